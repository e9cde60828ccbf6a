package org.saualnama.release;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.postgres.PgNews;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.Text;

/** The releases that a survey has had. */
public final class PgReleases {
  private static final String SELECT =
      """
      SELECT release, version, cut_at, responses, withdrawn,
             (SELECT jsonb_agg(jsonb_build_object('day', e.day, 'texts', e.texts) ORDER BY erratum)
              FROM erratum e WHERE e.survey = r.survey AND e.release = r.release) AS errata
      FROM release r WHERE survey = $1 ORDER BY release
      """;

  private static final String NEWEST =
      SELECT.replace("ORDER BY release\n", "ORDER BY release DESC LIMIT 1\n");

  // The survey's row: releases never change, so the server may not even lock one for a change.
  private static final String LOCK =
      """
      SELECT FROM release JOIN survey s USING (survey) WHERE survey = $1 AND release = $2
      FOR NO KEY UPDATE OF s
      """;

  private static final String ADD =
      """
      INSERT INTO erratum (survey, release, erratum, texts)
      SELECT $1, $2, 1 + (SELECT count(*) FROM erratum WHERE survey = $1 AND release = $2), $3
      """;

  private final Pool pool;

  public PgReleases(Pool pool) {
    this.pool = pool;
  }

  /** Oldest first. */
  public Future<List<Release>> of(String survey) {
    return pool.preparedQuery(SELECT)
        .execute(Tuple.of(survey))
        .map(
            rows -> {
              List<Release> releases = new ArrayList<>();
              rows.forEach(row -> releases.add(release(row)));
              return releases;
            });
  }

  /** The newest, if there is one. */
  public Future<Optional<Release>> newest(String survey) {
    return pool.preparedQuery(NEWEST)
        .execute(Tuple.of(survey))
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(release(rows.iterator().next())));
  }

  /**
   * The number of a release as a path names it.
   *
   * @throws Refusal (not found) if it is none
   */
  public static int number(String path) {
    if (!path.matches("[1-9]\\d{0,8}")) {
      throw new Refusal(Reason.NOT_FOUND, "There is no such release.");
    }
    return Integer.parseInt(path);
  }

  /** Adds an erratum for good; whether there is such a release. */
  public static Future<Boolean> add(
      SqlConnection transaction, String survey, int release, Text text) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(survey, release))
        .compose(
            found ->
                found.size() == 0
                    ? Future.succeededFuture(false)
                    : transaction
                        .preparedQuery(ADD)
                        .execute(
                            Tuple.of(
                                survey, release, new JsonObject(Map.copyOf(text.byLanguage()))))
                        .compose(added -> PgNews.tell(transaction))
                        .map(true));
  }

  private static Release release(Row row) {
    return new Release(
        row.getInteger("release"),
        row.getInteger("version"),
        row.getOffsetDateTime("cut_at"),
        row.getLong("responses"),
        row.getBoolean("withdrawn"),
        errata(row.get(JsonArray.class, "errata")));
  }

  private static List<Erratum> errata(JsonArray array) {
    List<Erratum> errata = new ArrayList<>();
    for (int i = 0; array != null && i < array.size(); i++) {
      JsonObject erratum = array.getJsonObject(i);
      Map<String, String> texts = new LinkedHashMap<>();
      erratum
          .getJsonObject("texts")
          .forEach(text -> texts.put(text.getKey(), (String) text.getValue()));
      errata.add(new Erratum(LocalDate.parse(erratum.getString("day")), new Text(texts)));
    }
    return errata;
  }
}
