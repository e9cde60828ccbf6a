package org.saualnama.release;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.postgres.PgNews;
import org.saualnama.release.ReleaseState.Phase;
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
  private final PgAudit audit;
  private final UnaryOperator<ReleasePolicy> pacing;
  private final Rest rest = new Rest(System::nanoTime);

  /**
   * Cuts releases of any survey.
   *
   * @param audit is told of what could not be counted
   * @param pacing the policy to follow for the one a survey asks for: the same, but in a demo
   */
  public PgReleaseCut(
      Pool pool,
      BallotSeal seal,
      PgPublication publication,
      PgAudit audit,
      UnaryOperator<ReleasePolicy> pacing) {
    this.audit = audit;
    this.pool = pool;
    this.seal = seal;
    this.publication = publication;
    this.pacing = pacing;
  }

  /**
   * Whether a release was cut. Several nodes may try at once: one does, the others pass.
   *
   * @param step hears, of one that is cut, what it comes to
   */
  public Future<Boolean> cutIfDue(PublishedSurvey survey, Consumer<String> step) {
    return pool.withTransaction(connection -> tryCut(connection, survey, step))
        .recover(
            failure -> {
              // A survey that closes with too few that open would otherwise try for ever.
              return failure instanceof TooFewOpen
                  ? close(pool, survey).compose(done -> Future.failedFuture(failure))
                  : Future.failedFuture(failure);
            })
        .compose(cut -> cut ? sweep(step).map(true) : Future.succeededFuture(false));
  }

  // Deleted rows stay in the table's file until it is swept; the box must be empty for good.
  private Future<Void> sweep(Consumer<String> step) {
    step.accept("sweep");
    return pool.query("VACUUM submission, imported")
        .execute()
        .<Void>mapEmpty()
        .otherwise(
            failure -> {
              LOG.warn("the emptied ballot box could not be swept", failure);
              return null;
            });
  }

  private Future<Boolean> tryCut(
      SqlConnection connection, PublishedSurvey survey, Consumer<String> step) {
    ReleasePolicy policy = pacing.apply(survey.latest().survey().release());
    String code = survey.latest().code();
    return connection
        .preparedQuery(TRY_LOCK)
        .execute(Tuple.of(code))
        .compose(
            locked ->
                locked.iterator().next().getBoolean(0)
                    ? PgReleaseState.of(connection, code, policy, rest)
                        .compose(state -> cutIfEnough(connection, survey, state, policy, step))
                    : Future.succeededFuture(false));
  }

  private Future<Boolean> cutIfEnough(
      SqlConnection connection,
      PublishedSurvey survey,
      ReleaseState state,
      ReleasePolicy policy,
      Consumer<String> step) {
    if (state.phase() == Phase.OVER) {
      return Future.succeededFuture(false);
    }
    long needed = state.needed(policy);
    Future<Boolean> cut =
        PgReleaseState.waiting(connection, survey.latest().code(), needed)
            .map(waiting -> state.taking(needed, waiting))
            .compose(
                taking ->
                    taking == Taking.NOTHING
                        ? Future.succeededFuture(false)
                        : cut(connection, survey, state, taking, needed, step)
                            .onSuccess(done -> step.accept("commit"))
                            .map(true));
    return state.phase() == Phase.CLOSING
        ? cut.compose(done -> close(connection, survey).map(done))
        : cut;
  }

  private static Future<Void> close(SqlClient client, PublishedSurvey survey) {
    return client
        .preparedQuery(CLOSED)
        .execute(Tuple.of(survey.latest().code()))
        .compose(done -> PgNews.tell(client));
  }

  private Future<Void> cut(
      SqlConnection connection,
      PublishedSurvey survey,
      ReleaseState state,
      Taking taking,
      long needed,
      Consumer<String> step) {
    step.accept("open");
    PgReleaseWriting writing = new PgReleaseWriting(connection, survey.latest(), publication);
    return PgProfiles.load(connection, survey.latest().code())
        .compose(
            profiles -> {
              PgBoxOpening opening =
                  new PgBoxOpening(connection, survey, state.next(), seal, profiles);
              return opening
                  .run(taking)
                  .map(done -> enough(needed, taking, opening))
                  .onSuccess(enough -> step.accept("write"))
                  .compose(enough -> writing.write(state, taking, opening, profiles))
                  .compose(
                      written ->
                          opening.setAside() == 0
                              ? Future.succeededFuture()
                              : audit.append(connection, setAside(survey, state, opening)));
            });
  }

  /** A number and no more: what it holds nobody can read, and whose it is nobody knows. */
  private static AuditEntry setAside(
      PublishedSurvey survey, ReleaseState state, PgBoxOpening opening) {
    return new AuditEntry(
        "server",
        "release.set-aside",
        Optional.of(survey.latest().code()),
        Map.of("release", state.next(), "submissions", opening.setAside()));
  }

  private static PgBoxOpening enough(long needed, Taking taking, PgBoxOpening opening) {
    int opened = taking == Taking.ALL ? opening.openedOfBox() : opening.opened();
    if (opened < needed) {
      throw new TooFewOpen(needed, opened);
    }
    return opening;
  }
}
