package org.saualnama.form;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.saualnama.http.Doors;
import org.saualnama.http.Gate;
import org.saualnama.http.Pages;
import org.saualnama.http.Style;
import org.saualnama.postgres.Pools;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.secret.Secret;
import org.saualnama.submission.BallotFormat;
import org.saualnama.submission.BallotSeal;
import org.saualnama.submission.BoxWatch;
import org.saualnama.submission.PgBallotBox;
import org.saualnama.submission.PgIntake;
import org.saualnama.submission.Reached;
import org.saualnama.submission.Receipt;
import org.saualnama.submission.Refused;
import org.saualnama.submission.Submission;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Surveys;
import org.saualnama.texts.Texts;

/** The form on a real server with a real ballot box. */
final class FormServer implements AutoCloseable {
  static final String ELSEWHERE = "https://elsewhere.invalid/";

  private final Vertx vertx = Vertx.vertx();
  private final Pool pool;
  private final HttpServer http;
  private final BallotSeal ballots;
  private final Map<String, SurveyVersion> versions;
  private final Surveys surveys = new Surveys();

  /** How many came how far. */
  final Reached reached = new Reached();

  /** What time the form's seal believes it is. */
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-01T12:00:00Z"));

  FormServer(boolean demo, SurveyVersion... served) throws Exception {
    pool = Pools.open(vertx, TestDatabase.create());
    versions = new TreeMap<>();
    for (SurveyVersion version : served) {
      versions.put(version.code(), version);
      done(
          pool.preparedQuery("INSERT INTO survey (survey) VALUES ($1)")
              .execute(Tuple.of(version.code())));
    }
    open(true);
    Secret secret = secret();
    ballots = new BallotSeal(secret);
    PgIntake intake =
        new PgIntake(
            new PgBallotBox(pool, 1000, new BoxWatch() {}),
            new Receipt.Maker(secret),
            ballots,
            new Refused());
    Router router = Router.router(vertx);
    new FormRoutes(
            surveys,
            intake,
            reached,
            new StateSeal(secret, now::get),
            new Pages(new Texts(), demo, Style.of("base.css", "form.css")),
            URI.create(ELSEWHERE))
        .mount(new Doors(router, Gate.SHUT));
    http =
        done(
            vertx
                .createHttpServer(
                    new HttpServerOptions()
                        .setMaxFormAttributeSize(65_536)
                        .setMaxFormFields(1024)
                        .setCompressionSupported(true))
                .requestHandler(router)
                .listen(0, "localhost"));
  }

  private static Secret secret() throws IOException {
    Path folder = Files.createTempDirectory("form");
    return Secret.from(folder.resolve("secret"));
  }

  /** Opens or closes every survey, in the node's memory and in the database. */
  void open(boolean open) {
    Map<String, PublishedSurvey> published = new HashMap<>();
    versions.forEach((code, v) -> published.put(code, new PublishedSurvey(List.of(v), open)));
    surveys.replace(published);
    done(
        pool.preparedQuery("UPDATE survey SET state = $1")
            .execute(Tuple.of(open ? "open" : "closed")));
  }

  /** Makes the ballot box fail, as if the database were away, or mends it. */
  void breakBox(boolean broken) {
    String rename = broken ? "submission RENAME TO away" : "away RENAME TO submission";
    done(pool.query("ALTER TABLE " + rename).execute());
  }

  /** What lies in the box, and throws it away. */
  List<Submission> take(String survey) {
    return done(
            pool.preparedQuery("DELETE FROM submission WHERE survey = $1 RETURNING sealed")
                .execute(Tuple.of(survey)))
        .stream()
        .map(row -> ballots.open(survey, row.getBuffer(0).getBytes()).orElseThrow())
        .map(packed -> BallotFormat.unpack(packed, n -> versions.get(survey)))
        .flatMap(Optional::stream)
        .toList();
  }

  String url(String path) {
    return "http://localhost:" + http.actualPort() + path;
  }

  private static <T> T done(Future<T> future) {
    return future.timeout(30, TimeUnit.SECONDS).await();
  }

  @Override
  public void close() {
    done(vertx.close());
  }
}
