package org.saualnama.submission;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.saualnama.submission.PgBallotBox.Outcome;

/** What the ballot box says to the database: one statement and one commit for a whole batch. */
final class PgBallots {
  /** One submission, checked and sealed. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Ballot(String survey, String receipt, byte[] sealed) {}

  // FOR SHARE against the FOR UPDATE of closing: what is acknowledged is there for the last
  // release.
  // The receipts go in in order, or two nodes' batches could wait for each other. Who is counted is
  // looked up in a hash and not joined: PostgreSQL expects few rows and would compare all with all.
  private static final String PUT =
      """
      WITH arrived AS MATERIALIZED (
        SELECT * FROM unnest($1::text[], $2::text[], $3::bytea[]) AS a (survey, receipt, sealed)
      ), taking AS MATERIALIZED (
        SELECT survey FROM survey
        WHERE survey IN (SELECT survey FROM arrived)
          AND state = 'open' AND (closes IS NULL OR closes > now())
        ORDER BY survey FOR SHARE
      ), counted AS (
        INSERT INTO receipt (receipt, survey)
        SELECT receipt, survey FROM arrived JOIN taking USING (survey) ORDER BY receipt
        ON CONFLICT DO NOTHING
        RETURNING receipt
      ), judged AS MATERIALIZED (
        SELECT survey, receipt, sealed, receipt IN (SELECT receipt FROM counted) AS counted
        FROM arrived JOIN taking USING (survey)
      ), boxed AS (
        INSERT INTO submission (survey, sealed) SELECT survey, sealed FROM judged WHERE counted
      )
      SELECT receipt, counted FROM judged
      """;

  private static final String KNOWN =
      "SELECT receipt FROM receipt WHERE receipt = ANY ($1::text[])";

  private static final String PAUSED =
      """
      SELECT survey FROM survey
      WHERE survey = ANY ($1::text[]) AND state = 'paused' AND (closes IS NULL OR closes > now())
      """;

  private final Pool pool;

  PgBallots(Pool pool) {
    this.pool = pool;
  }

  /**
   * Makes them durable, each receipt once.
   *
   * @param ballots of which no two have one receipt
   * @return by receipt; none for a survey that takes no more
   */
  Future<Map<String, Outcome>> put(Collection<Ballot> ballots) {
    String[] surveys = ballots.stream().map(Ballot::survey).toArray(String[]::new);
    String[] receipts = ballots.stream().map(Ballot::receipt).toArray(String[]::new);
    Buffer[] sealed =
        ballots.stream().map(ballot -> Buffer.buffer(ballot.sealed())).toArray(Buffer[]::new);
    return pool.preparedQuery(PUT)
        .execute(Tuple.tuple().addValue(surveys).addValue(receipts).addValue(sealed))
        .compose(
            rows -> {
              Map<String, Outcome> outcomes = new HashMap<>();
              for (Row row : rows) {
                outcomes.put(row.getString(0), row.getBoolean(1) ? Outcome.COUNTED : Outcome.KNOWN);
              }
              return outcomes.size() == receipts.length
                  ? Future.succeededFuture(outcomes)
                  : notTaken(ballots, outcomes);
            });
  }

  /** Surveys that take none gave no rows: who was counted before still hears so. */
  private Future<Map<String, Outcome>> notTaken(
      Collection<Ballot> ballots, Map<String, Outcome> outcomes) {
    return known(ballots.stream().map(Ballot::receipt).toArray(String[]::new))
        .onSuccess(known -> known.forEach(outcomes::putIfAbsent))
        .compose(known -> paused(ballots.stream().map(Ballot::survey).toArray(String[]::new)))
        .map(
            paused -> {
              ballots.stream()
                  .filter(ballot -> paused.contains(ballot.survey()))
                  .forEach(ballot -> outcomes.putIfAbsent(ballot.receipt(), Outcome.PAUSED));
              return outcomes;
            });
  }

  private Future<Set<String>> paused(String... surveys) {
    return pool.preparedQuery(PAUSED)
        .execute(Tuple.tuple().addValue(surveys))
        .map(
            rows -> {
              Set<String> paused = new HashSet<>();
              rows.forEach(row -> paused.add(row.getString(0)));
              return paused;
            });
  }

  /** Those of {@code receipts} that have been counted. */
  Future<Map<String, Outcome>> known(String... receipts) {
    return pool.preparedQuery(KNOWN)
        .execute(Tuple.tuple().addValue(receipts))
        .map(
            rows -> {
              Map<String, Outcome> known = new HashMap<>();
              rows.forEach(row -> known.put(row.getString(0), Outcome.KNOWN));
              return known;
            });
  }
}
