package org.saualnama.bundle;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.disclosure.PgRows;
import org.saualnama.disclosure.PgWeightingReports;
import org.saualnama.disclosure.PublishedReleases;
import org.saualnama.refusal.Refusal;
import org.saualnama.release.PgReleases;
import org.saualnama.release.Release;
import org.saualnama.secret.Secret;
import org.saualnama.secret.SigningKey;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.texts.Texts;
import org.saualnama.weighting.PgWeights;
import org.saualnama.work.Kept;
import org.saualnama.work.Turns;
import org.saualnama.work.Workroom;

/** Makes bundles of releases that lie in the database, one at a time, and keeps the last few. */
public final class PgBundles {
  private static final int MOST_KEPT = 4;

  private final PgReleases releases;
  private final PgRows rows;
  private final PgWeightingReports weighting;
  private final SigningKey key;
  private final Texts texts;
  private final Workroom worker;
  private final Turns turns = new Turns();
  private final Kept<String, Future<byte[]>> kept = new Kept<>(MOST_KEPT);

  /** One for all event loops. */
  public PgBundles(
      Vertx vertx,
      PgReleases releases,
      PgRows rows,
      PgWeights weights,
      Secret secret,
      Texts texts) {
    this.releases = releases;
    this.rows = rows;
    this.weighting = new PgWeightingReports(weights);
    this.key = new SigningKey(secret, "release bundle");
    this.texts = texts;
    this.worker = new Workroom(vertx, "bundles", 1, Turns.MOST);
  }

  /** The public half of the key that all are signed with. */
  byte[] publicKey() {
    return key.publicPem();
  }

  /**
   * The bundle of one release.
   *
   * @param notice what must be said of all figures of this server
   * @return fails with a {@link Refusal} (not found) if there is no such release, or no longer
   */
  Future<byte[]> of(PublishedSurvey published, int number, Optional<String> notice) {
    String survey = published.latest().code();
    return releases
        .of(survey)
        .compose(
            all -> {
              Release release = PublishedReleases.told(all, number).withoutErrata();
              SurveyVersion version = published.followed(release.version());
              String name = survey + "\n" + number;
              Future<byte[]> bundle =
                  kept.of(
                      name,
                      () -> turns.after(() -> make(published, all, release, version, notice)));
              return bundle.onFailure(failure -> kept.drop(name, bundle));
            });
  }

  private Future<byte[]> make(
      PublishedSurvey published,
      List<Release> all,
      Release release,
      SurveyVersion version,
      Optional<String> notice) {
    Future<Map<String, Object>> report = weighting.of(published, all, release.number());
    return rows.of(version, release)
        .compose(figures -> report.map(told -> new Bundle(version, figures, told, notice)))
        .compose(bundle -> worker.of(() -> bundle.signed(key, texts)));
  }
}
