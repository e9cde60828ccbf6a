package org.saualnama.release;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.saualnama.postgres.PgNews;
import org.saualnama.submission.BallotSeal;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.ReleasePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cuts a release when the survey's policy allows it: all of it in one transaction, or nothing. */
public final class PgReleaseCut {
  private static final Logger LOG = LoggerFactory.getLogger(PgReleaseCut.class);

  private static final String TRY_LOCK =
      "SELECT pg_try_advisory_xact_lock(hashtextextended('release ' || $1, 0))";

  private static final String STATE =
      """
      SELECT s.state,
             coalesce(r.release, 0) AS release,
             coalesce(r.responses, 0) AS responses,
             r.cut_at IS NULL OR r.cut_at + make_interval(secs => $2) <= now() AS rested
      FROM survey s
      LEFT JOIN LATERAL (
        SELECT release, responses, cut_at FROM release
        WHERE survey = s.survey ORDER BY release DESC LIMIT 1
      ) r ON true
      WHERE s.survey = $1
      """;

  // No further than needed: millions may wait, and counting them all would be in intake's way.
  private static final String ENOUGH =
      """
      SELECT count(*) >= $2 FROM (SELECT FROM submission WHERE survey = $1 LIMIT $2) AS waiting
      """;

  private static final String INSERT =
      """
      INSERT INTO release
        (survey, release, version, newcomers, responses, form_languages, items, cells)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """;

  private static final String CLOSED =
      "UPDATE survey SET state = 'closed' WHERE survey = $1 AND state = 'closing'";

  /** Undoes the release: published with so few, each could be found out. */
  private static final class TooFewOpen extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooFewOpen(long needed, int opened) {
      super("of " + needed + " submissions needed only " + opened + " can be opened");
    }
  }

  private final Pool pool;
  private final BallotSeal seal;
  private final PgPublication publication;
  private final UnaryOperator<ReleasePolicy> pacing;

  /**
   * Cuts releases of any survey.
   *
   * @param pacing the policy to follow for the one a survey asks for: the same, but in a demo
   */
  public PgReleaseCut(
      Pool pool, BallotSeal seal, PgPublication publication, UnaryOperator<ReleasePolicy> pacing) {
    this.pool = pool;
    this.seal = seal;
    this.publication = publication;
    this.pacing = pacing;
  }

  /** Whether a release was cut. Several nodes may try at once: one does, the others pass. */
  public Future<Boolean> cutIfDue(PublishedSurvey survey) {
    return pool.withTransaction(connection -> tryCut(connection, survey))
        .recover(
            failure -> {
              // A survey that closes with too few that open would otherwise try for ever.
              return failure instanceof TooFewOpen
                  ? close(pool, survey).compose(done -> Future.failedFuture(failure))
                  : Future.failedFuture(failure);
            })
        .compose(cut -> cut ? sweep().map(true) : Future.succeededFuture(false));
  }

  // Deleted rows stay in the table's file until it is swept; the box must be empty for good.
  private Future<Void> sweep() {
    return pool.query("VACUUM submission")
        .execute()
        .<Void>mapEmpty()
        .otherwise(
            failure -> {
              LOG.warn("the emptied ballot box could not be swept", failure);
              return null;
            });
  }

  private Future<Boolean> tryCut(SqlConnection connection, PublishedSurvey survey) {
    ReleasePolicy policy = pacing.apply(survey.latest().survey().release());
    String code = survey.latest().code();
    return connection
        .preparedQuery(TRY_LOCK)
        .execute(Tuple.of(code))
        .compose(
            locked ->
                locked.iterator().next().getBoolean(0)
                    ? connection
                        .preparedQuery(STATE)
                        .execute(Tuple.of(code, (double) policy.minInterval().toSeconds()))
                        .compose(rows -> decide(connection, survey, policy, rows.iterator().next()))
                    : Future.succeededFuture(false));
  }

  private Future<Boolean> decide(
      SqlConnection connection, PublishedSurvey survey, ReleasePolicy policy, Row state) {
    long released = state.getLong("responses");
    int next = state.getInteger("release") + 1;
    String phase = state.getString("state");
    if (phase.equals("closing")) {
      return cutIfEnough(connection, survey, next, released, ReleasePolicy.LEAST_AT_CLOSING)
          .compose(cut -> close(connection, survey).map(cut));
    }
    return !phase.equals("closed") && state.getBoolean("rested")
        ? cutIfEnough(connection, survey, next, released, policy.newcomersNeeded(released))
        : Future.succeededFuture(false);
  }

  private static Future<Void> close(SqlClient client, PublishedSurvey survey) {
    return client
        .preparedQuery(CLOSED)
        .execute(Tuple.of(survey.latest().code()))
        .compose(done -> PgNews.tell(client));
  }

  private Future<Boolean> cutIfEnough(
      SqlConnection connection, PublishedSurvey survey, int release, long released, long needed) {
    return connection
        .preparedQuery(ENOUGH)
        .execute(Tuple.of(survey.latest().code(), needed))
        .compose(
            rows ->
                rows.iterator().next().getBoolean(0)
                    ? cut(connection, survey, release, released, needed)
                    : Future.succeededFuture(false));
  }

  private Future<Boolean> cut(
      SqlConnection connection, PublishedSurvey survey, int release, long released, long needed) {
    return PgProfiles.load(connection, survey.latest().code())
        .compose(
            profiles -> {
              PgBoxOpening opening = new PgBoxOpening(connection, survey, release, seal, profiles);
              return opening
                  .run()
                  .compose(
                      done ->
                          opening.opened() < needed
                              ? Future.failedFuture(new TooFewOpen(needed, opening.opened()))
                              : write(connection, survey, release, released, opening, profiles));
            })
        .map(true);
  }

  private Future<Void> write(
      SqlConnection connection,
      PublishedSurvey survey,
      int release,
      long released,
      PgBoxOpening opening,
      PgProfiles profiles) {
    String code = survey.latest().code();
    TallyLayout layout = opening.tallies().layout();
    Tuple row =
        Tuple.tuple()
            .addValue(code)
            .addValue(release)
            .addValue(survey.latest().number())
            .addValue(opening.opened())
            .addValue(released + opening.opened())
            .addValue(new JsonObject(Map.copyOf(opening.formLanguages())))
            .addValue(layout.items().toArray(String[]::new))
            .addValue(layout.cells().toArray(String[]::new));
    return connection
        .preparedQuery(INSERT)
        .execute(row)
        .compose(done -> profiles.insertFresh(connection))
        .compose(
            done ->
                PgTallies.insert(connection, code, release, opening.tallies(), profiles.numbers()))
        .compose(done -> PgTallies.asOf(connection, survey.latest(), release))
        .compose(all -> publication.publish(connection, survey.latest(), release, all))
        .compose(done -> PgNews.tell(connection));
  }
}
