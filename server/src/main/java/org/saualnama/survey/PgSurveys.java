package org.saualnama.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.saualnama.postgres.PgNews;

/** Published versions in the database: written once, read by every node. */
public final class PgSurveys {
  private static final String FOUND =
      "INSERT INTO survey (survey) VALUES ($1) ON CONFLICT DO NOTHING";

  private static final String LOCK = "SELECT survey FROM survey WHERE survey = $1 FOR UPDATE";

  private static final String NEWEST =
      """
      SELECT version, definition FROM survey_version WHERE survey = $1 ORDER BY version DESC LIMIT 1
      """;

  private static final String INSERT =
      "INSERT INTO survey_version (survey, version, definition) VALUES ($1, $2, $3)";

  private static final String CLOSES = "UPDATE survey SET closes = $2 WHERE survey = $1";

  private static final String CLOSE_ENDED =
      "UPDATE survey SET state = 'closing' WHERE state = 'open' AND closes <= now()";

  private static final String ALL =
      """
      SELECT survey, version, definition,
             state = 'open' AND (closes IS NULL OR closes > now()) AS open
      FROM survey_version JOIN survey USING (survey)
      ORDER BY survey, version
      """;

  private final Pool pool;

  /** By survey and version, which never change; reading one takes a while. */
  private final Map<String, SurveyVersion> read = new ConcurrentHashMap<>();

  public PgSurveys(Pool pool) {
    this.pool = pool;
  }

  /**
   * Publishes what was read as a new version, unless it is the newest already.
   *
   * @return why it can't be published; empty if it is
   */
  public Future<List<DefinitionProblem>> publish(Reading reading) {
    Survey survey = reading.survey().orElseThrow();
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(FOUND)
                .execute(Tuple.of(survey.code()))
                .compose(done -> connection.preparedQuery(LOCK).execute(Tuple.of(survey.code())))
                .compose(done -> connection.preparedQuery(NEWEST).execute(Tuple.of(survey.code())))
                .compose(
                    rows ->
                        rows.size() == 0
                            ? insert(connection, survey, 1)
                            : revise(connection, reading, rows.iterator().next())));
  }

  private static Future<List<DefinitionProblem>> revise(
      SqlConnection connection, Reading reading, Row newest) {
    Survey next = reading.survey().orElseThrow();
    Survey published = Definitions.survey(newest.getString("definition"));
    if (!Revision.changed(published, next)) {
      return Future.succeededFuture(List.of());
    }
    List<DefinitionProblem> problems = Revision.problems(published, reading);
    return problems.isEmpty()
        ? insert(connection, next, newest.getInteger("version") + 1)
        : Future.succeededFuture(problems);
  }

  private static Future<List<DefinitionProblem>> insert(
      SqlConnection connection, Survey survey, int version) {
    return connection
        .preparedQuery(INSERT)
        .execute(Tuple.of(survey.code(), version, Definitions.json(survey)))
        .compose(
            done ->
                connection.preparedQuery(CLOSES).execute(Tuple.of(survey.code(), survey.closes())))
        .compose(done -> PgNews.tell(connection))
        .map(List.of());
  }

  /**
   * Ends the surveys whose end has come. UPDATE waits for the batches that hold the survey FOR
   * SHARE, so that all they acknowledge is there for the last release.
   */
  public Future<Void> closeEnded() {
    return pool.query(CLOSE_ENDED).execute().mapEmpty();
  }

  /** All surveys by code, with all their versions. */
  public Future<Map<String, PublishedSurvey>> all() {
    return pool.query(ALL)
        .execute()
        .map(
            rows -> {
              Map<String, List<SurveyVersion>> versions = new TreeMap<>();
              Map<String, PublishedSurvey> surveys = new TreeMap<>();
              for (Row row : rows) {
                String code = row.getString("survey");
                List<SurveyVersion> all = versions.computeIfAbsent(code, c -> new ArrayList<>());
                all.add(
                    read.computeIfAbsent(
                        code + "." + row.getInteger("version"), v -> version(row)));
                surveys.put(code, new PublishedSurvey(all, row.getBoolean("open")));
              }
              return surveys;
            });
  }

  private static SurveyVersion version(Row row) {
    return new SurveyVersion(
        Definitions.survey(row.getString("definition")), row.getInteger("version"));
  }
}
