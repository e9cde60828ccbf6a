package org.saualnama.breakdown;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saualnama.access.Access;
import org.saualnama.disclosure.PgPastReleases;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.disclosure.PublishedReleases;
import org.saualnama.http.Accepted;
import org.saualnama.http.Doors;
import org.saualnama.http.Replies;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.secret.Digest;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyRoutes;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Surveys;
import org.saualnama.texts.Texts;

/** {@code GET /api/v1/surveys/{survey}/breakdown}. */
public final class BreakdownRoutes {
  private static final String CSV = "text/csv; charset=utf-8";
  private static final String JSON = "application/json";

  private final Surveys surveys;
  private final PublishedReleases releases;
  private final PgPastReleases past;
  private final String epoch;
  private final Texts texts;

  /**
   * Looks up what {@code releases} has.
   *
   * @param epoch of the installation: sets its ETags apart from those of a restored backup
   */
  public BreakdownRoutes(
      Surveys surveys, PublishedReleases releases, PgPastReleases past, String epoch, Texts texts) {
    this.past = past;
    this.texts = texts;
    this.surveys = surveys;
    this.releases = releases;
    this.epoch = epoch;
  }

  public void mount(Doors doors) {
    doors.get("/api/v1/surveys/:survey/breakdown", Access.ANYBODY).handler(this::get);
  }

  private void get(RoutingContext context) {
    PublishedSurvey published = SurveyRoutes.survey(context, surveys);
    Map<String, List<String>> parameters = parameters(context.queryParams());
    Optional<Integer> number = BreakdownQuery.release(parameters);
    boolean csv = wantsCsv(context, parameters);
    if (number.isEmpty()) {
      // What is wrong with a question is said also before there is anything to ask.
      query(published.latest(), parameters, releases.newest(published.latest().code()));
    }
    Replies.answer(
        context,
        past.of(published, number)
            .compose(
                told ->
                    answer(
                        context,
                        Breakdown.of(
                            query(told.version(), parameters, Optional.of(told.release())),
                            told.release()),
                        csv)));
  }

  private static BreakdownQuery query(
      SurveyVersion version,
      Map<String, List<String>> parameters,
      Optional<PublishedRelease> release) {
    return BreakdownQuery.parse(
        version, parameters, release.map(PublishedRelease::collectors).orElse(List.of()));
  }

  private Future<Void> answer(RoutingContext context, Breakdown breakdown, boolean csv) {
    byte[] table = table(context, breakdown, csv);
    context
        .response()
        .putHeader("ETag", etag(breakdown.release(), table))
        .putHeader("Cache-Control", "public, max-age=60")
        .putHeader("Vary", "Accept");
    return context.isFresh()
        ? context.response().setStatusCode(304).end()
        : Replies.bytes(context, 200, csv ? CSV : JSON, table);
  }

  private byte[] table(RoutingContext context, Breakdown breakdown, boolean csv) {
    Optional<String> notice = Replies.notice(context);
    return csv
        ? Csv.of(breakdown, notice)
        : Json.write(new JsonStat(breakdown, texts, notice).dataset());
  }

  /** Of the bytes too: a new server may put the same release into other words. */
  private String etag(PublishedRelease release, byte[] table) {
    String bytes = HexFormat.of().formatHex(Digest.sha256(table), 0, 8);
    return "\"%s.%d.%s\"".formatted(epoch, release.number(), bytes);
  }

  private static Map<String, List<String>> parameters(MultiMap query) {
    Map<String, List<String>> parameters = new TreeMap<>();
    query.names().forEach(name -> parameters.put(name, query.getAll(name)));
    return parameters;
  }

  private static boolean wantsCsv(RoutingContext context, Map<String, List<String>> parameters) {
    List<String> formats = parameters.getOrDefault("format", List.of());
    if (formats.isEmpty()) {
      return Accepted.prefersCsv(context);
    }
    if (formats.size() > 1 || !List.of("csv", "json-stat").contains(formats.get(0))) {
      throw Refusal.malformed("format", "unknown_format", "Use one of csv, json-stat.");
    }
    return formats.get(0).equals("csv");
  }
}
