package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.saualnama.postgres.DatabaseUrl;

/** The books of one survey in the database, and whether they balance. */
public final class Accounts {
  private static final int LEAST_FOR_A_RELEASE = 100;

  private static final String RECEIPTS = "SELECT receipt FROM receipt WHERE survey = '%s'";

  private static final String IN_BOX = "SELECT count(*) FROM submission WHERE survey = '%s'";

  private static final String RESPONSES = "SELECT count(*) FROM response WHERE survey = '%s'";

  private static final String RELEASES = "SELECT count(*) FROM release WHERE survey = '%s'";

  private static final String TALLIED =
      "SELECT coalesce(sum(respondents), 0) FROM tally WHERE survey = '%s'";

  private static final String SET_ASIDE = "SELECT count(*) FROM set_aside";

  private static final String WRONG_RELEASES =
      """
      SELECT count(*) FROM (
        SELECT release, newcomers, responses,
               row_number() OVER (ORDER BY release) AS place,
               sum(newcomers) OVER (ORDER BY release) AS so_far,
               (SELECT count(*) FROM response w
                WHERE w.survey = r.survey AND w.release = r.release) AS moved
        FROM release r WHERE survey = '%s'
      ) counted
      WHERE release <> place OR responses <> so_far OR newcomers <> moved
      """;

  // What the tallies say and what the responses say, by profile and item or cell, where they
  // differ. Record keys are summed modulo 2^64.
  private static final String WRONG_TALLIES =
      """
      WITH answer AS (
        SELECT release, profile, record_key, key AS item,
               CASE jsonb_typeof(value) WHEN 'array' THEN value ELSE jsonb_build_array(value) END
                 AS codes
        FROM response, jsonb_each(answers) WHERE survey = '%1$s'
      ), from_responses AS (
        SELECT release, profile, item AS place, count(*) AS people,
               mod(sum(record_key::numeric), 18446744073709551616) AS key_sum
        FROM answer GROUP BY 1, 2, 3
        UNION ALL
        SELECT release, profile, item || '=' || code, count(*), 0
        FROM answer, jsonb_array_elements_text(codes) AS c (code) GROUP BY 1, 2, 3
      ), from_tallies AS (
        SELECT t.release, t.profile, i.place, i.people, i.key_sum::numeric
        FROM tally t JOIN release r USING (survey, release),
             unnest(r.items, t.answered, t.key_sums) AS i (place, people, key_sum)
        WHERE t.survey = '%1$s' AND i.people <> 0
        UNION ALL
        SELECT t.release, t.profile, c.place, c.people, 0
        FROM tally t JOIN release r USING (survey, release),
             unnest(r.cells, t.chosen) AS c (place, people)
        WHERE t.survey = '%1$s' AND c.people <> 0
      )
      SELECT count(*) FROM from_responses a
      FULL JOIN from_tallies b USING (release, profile, place)
      WHERE a.people IS DISTINCT FROM b.people
         OR mod(a.key_sum - b.key_sum, 18446744073709551616) <> 0
      """;

  private static final String STRANGERS =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND backend_type = 'client backend'
      """;

  private final DatabaseUrl database;
  private final String survey;

  public Accounts(DatabaseUrl database, String survey) {
    this.database = database;
    this.survey = survey;
  }

  /** Everyone who was given a receipt is counted exactly once, and so is everybody's answer. */
  public void balance(Map<UUID, String> receipts) {
    everyoneIsKnown(receipts);
    assertEquals(receipts.size(), responses() + waiting(), "released or waiting");
    assertEquals(0, number(SET_ASIDE), "set aside");
    assertEquals(responses(), number(TALLIED), "responses and tallied respondents");
    assertEquals(0, number(WRONG_RELEASES), "releases with a gap or a wrong count");
    assertEquals(0, number(WRONG_TALLIES), "tallies that are not what the responses say");
  }

  private void everyoneIsKnown(Map<UUID, String> byId) {
    Set<String> receipts = Set.copyOf(byId.values());
    assertEquals(byId.size(), receipts.size(), "one receipt for each id");
    Set<String> counted =
        Node.query(database, RECEIPTS.formatted(survey)).stream()
            .map(row -> row.get(0))
            .collect(Collectors.toSet());
    assertEquals(receipts, counted, "receipts handed out, receipts kept");
  }

  private long responses() {
    return number(RESPONSES);
  }

  /** Waits until a release has taken what it can, and the next one has too little. */
  public void awaitLastRelease() {
    Eventually.until("the last release", () -> waiting() < LEAST_FOR_A_RELEASE);
  }

  /** Waits until no server is connected any more, not even one whose client was killed. */
  public void awaitSilence() {
    Eventually.until("nobody else is connected", () -> number(STRANGERS) == 0);
  }

  private long waiting() {
    return number(IN_BOX);
  }

  @Override
  public String toString() {
    return "%d responses in %d releases, %d submissions waiting"
        .formatted(responses(), number(RELEASES), waiting());
  }

  private long number(String sql) {
    return Long.parseLong(Node.query(database, sql.formatted(survey)).get(0).get(0));
  }
}
