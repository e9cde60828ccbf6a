package org.saualnama.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Published versions in the database: written once, read by every node. */
public final class PgSurveys {
  private static final String CLOSE_ENDED =
      """
      UPDATE survey SET state = 'closing'
      WHERE state IN ('open', 'paused') AND closes <= now()
      """;

  private static final String ALL =
      """
      SELECT survey, version, definition, closes,
             CASE WHEN state <> 'closed' AND closes <= now() THEN 'closing' ELSE state END AS state
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
   * Publishes what a file says as a new version, unless files have said so before.
   *
   * @return why it can't be published; empty if it is
   */
  public Future<List<DefinitionProblem>> publish(Reading reading) {
    return pool.withTransaction(transaction -> PgPublishing.file(transaction, reading))
        .map(PgPublishing.Outcome::problems);
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
                surveys.put(code, survey(all, row));
              }
              return surveys;
            });
  }

  private static PublishedSurvey survey(List<SurveyVersion> versions, Row row) {
    return new PublishedSurvey(
        versions,
        SurveyState.of(row.getString("state")),
        Optional.ofNullable(row.getOffsetDateTime("closes")));
  }

  private static SurveyVersion version(Row row) {
    return new SurveyVersion(
        Definitions.survey(row.getString("definition")), row.getInteger("version"));
  }
}
