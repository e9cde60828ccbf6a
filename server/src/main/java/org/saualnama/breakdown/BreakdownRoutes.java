package org.saualnama.breakdown;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.disclosure.PgPastReleases;
import org.saualnama.disclosure.PgPastReleases.Told;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.disclosure.PublishedReleases;
import org.saualnama.http.Accepted;
import org.saualnama.http.Doors;
import org.saualnama.http.ReadyAnswers;
import org.saualnama.http.ReadyAnswers.Ready;
import org.saualnama.http.Replies;
import org.saualnama.http.Sent;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.secret.Digest;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Surveys;
import org.saualnama.texts.Texts;
import org.saualnama.work.Workroom;

/** {@code GET /api/v1/surveys/{survey}/breakdown}. */
public final class BreakdownRoutes {
  /** Some thousand tables, for each event loop. */
  private static final long READY_BYTES = 16L << 20;

  /** How a table can be had, and what that is in HTTP. */
  private enum Format {
    JSON_STAT("application/json"),
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String type;

    Format(String type) {
      this.type = type;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * All that a table is made of; what else it says is the same for all tables of a node.
   *
   * @param query as it stands in the address
   */
  private record Key(String survey, int version, String edition, Format format, String query) {}

  private final ReadyAnswers<Key> ready = new ReadyAnswers<>(READY_BYTES);
  private final Surveys surveys;
  private final PublishedReleases releases;
  private final PgPastReleases past;
  private final String epoch;
  private final Texts texts;
  private final Supplier<URI> server;
  private final Workroom workbooks;

  /**
   * Looks up what {@code releases} has.
   *
   * @param epoch of the installation: sets its ETags apart from those of a restored backup
   * @param server how readers reach it
   * @param workbooks where workbooks are written
   */
  public BreakdownRoutes(
      Surveys surveys,
      PublishedReleases releases,
      PgPastReleases past,
      String epoch,
      Texts texts,
      Supplier<URI> server,
      Workroom workbooks) {
    this.workbooks = workbooks;
    this.past = past;
    this.server = server;
    this.texts = texts;
    this.surveys = surveys;
    this.releases = releases;
    this.epoch = epoch;
  }

  public void mount(Doors doors) {
    doors.published("/api/v1/surveys/:survey/breakdown").handler(this::get);
  }

  private void get(RoutingContext context) {
    PublishedSurvey published = SurveyRoutes.survey(context, surveys);
    Map<String, List<String>> parameters = Sent.values(context.queryParams());
    Optional<Integer> number = BreakdownQuery.release(parameters);
    Format format = format(context, parameters);
    String survey = published.latest().code();
    if (number.isEmpty() && releases.newest(survey).isEmpty()) {
      // What is wrong with a question is said also before there is anything to ask.
      query(published.latest(), parameters, Optional.empty());
    }
    past.of(published, number)
        .compose(
            told -> {
              Key key =
                  new Key(
                      survey,
                      told.version().number(),
                      told.release().edition(),
                      format,
                      String.valueOf(context.request().query()));
              return ready
                  .find(key)
                  .map(Future::succeededFuture)
                  .orElseGet(
                      () -> made(context, told, parameters, format).map(a -> ready.keep(key, a)));
            })
        .compose(answer -> reply(context, format, answer))
        .onFailure(context::fail);
  }

  private Future<Ready> made(
      RoutingContext context, Told told, Map<String, List<String>> parameters, Format format) {
    BreakdownQuery query = query(told.version(), parameters, Optional.of(told.release()));
    return table(context, Breakdown.of(query, told.release()), format)
        .map(table -> Ready.of(format.type, etag(told.release(), table), table));
  }

  private static BreakdownQuery query(
      SurveyVersion version,
      Map<String, List<String>> parameters,
      Optional<PublishedRelease> release) {
    return BreakdownQuery.parse(
        version, parameters, release.map(PublishedRelease::collectors).orElse(List.of()));
  }

  private static Future<Void> reply(RoutingContext context, Format format, Ready answer) {
    context.response().putHeader("Cache-Control", "public, max-age=60").putHeader("Vary", "Accept");
    if (format == Format.XLSX) {
      context.response().putHeader("Content-Disposition", "attachment; filename=\"table.xlsx\"");
    }
    return answer.send(context);
  }

  private Future<byte[]> table(RoutingContext context, Breakdown breakdown, Format format) {
    Optional<String> notice = Replies.notice(context);
    return switch (format) {
      case JSON_STAT ->
          Future.succeededFuture(Json.write(new JsonStat(breakdown, texts, notice).dataset()));
      case CSV -> Future.succeededFuture(Csv.of(breakdown, notice));
      case XLSX -> {
        FigureSheets sheets = new FigureSheets(breakdown, texts, notice);
        yield workbooks.of(() -> sheets.xlsx(server.get()));
      }
    };
  }

  /** Of the bytes too: a new server may put the same release into other words. */
  private String etag(PublishedRelease release, byte[] table) {
    String bytes = HexFormat.of().formatHex(Digest.sha256(table), 0, 8);
    return "\"%s.%d.%s\"".formatted(epoch, release.number(), bytes);
  }

  private static Format format(RoutingContext context, Map<String, List<String>> parameters) {
    List<String> formats = parameters.getOrDefault("format", List.of());
    if (formats.isEmpty()) {
      return Accepted.prefersCsv(context) ? Format.CSV : Format.JSON_STAT;
    }
    return Arrays.stream(Format.values())
        .filter(format -> formats.equals(List.of(format.code())))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.malformed(
                    "format", "unknown_format", "Use one of json-stat, csv, xlsx, once."));
  }
}
