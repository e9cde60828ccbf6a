package org.saualnama.authoring;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** Drafts in the database: every save is a revision, and undo and redo step along them. */
public final class PgDrafts {
  /** How many revisions are kept. */
  static final int KEPT = 200;

  private final Pool pool;
  private final PgAudit audit;

  public PgDrafts(Pool pool, PgAudit audit) {
    this.pool = pool;
    this.audit = audit;
  }

  /** The draft of a survey; of a published one that nobody has changed here, what is published. */
  public Future<Optional<Draft>> find(String survey) {
    return pool.withConnection(connection -> PgDraftRows.find(connection, survey));
  }

  /** All drafts that were ever saved, by the code of their survey. */
  public Future<List<Draft>> all() {
    return pool.query(PgDraftRows.ALL).execute().map(PgDrafts::drafts);
  }

  /** What a revision said, as long as it is kept. */
  public Future<Optional<String>> revision(String survey, int revision) {
    return pool.withConnection(connection -> PgRevisions.definition(connection, survey, revision));
  }

  /** A first draft; fails with a {@link Refusal} (conflict) if the code is taken. */
  public Future<Draft> create(String survey, String definition, String who) {
    return pool.withTransaction(
        transaction ->
            PgDraftRows.found(transaction, survey, definition, who)
                .compose(draft -> audit.append(transaction, created(draft)).map(draft)));
  }

  /**
   * Saves {@code definition} if the draft is still at {@code expected}.
   *
   * @return fails with a {@link Refusal} (changed meanwhile) that tells by whom and what
   */
  public Future<Draft> replace(String survey, String definition, int expected, String who) {
    return change(
        survey,
        expected,
        (transaction, draft) ->
            draft.definition().equals(definition)
                ? Future.succeededFuture()
                : PgRevisions.add(transaction, draft, definition, who));
  }

  /** Steps back to the revision before; fails with a {@link Refusal} if there is none. */
  public Future<Draft> undo(String survey, int expected, String who) {
    return change(
        survey,
        expected,
        (transaction, draft) ->
            draft.undoable()
                ? PgRevisions.step(transaction, PgRevisions.BACK, survey, who)
                : Future.failedFuture(
                    new Refusal(Reason.CONFLICT, "There is nothing left to undo.")));
  }

  /** Steps forward again; fails with a {@link Refusal} if nothing was undone. */
  public Future<Draft> redo(String survey, int expected, String who) {
    return change(
        survey,
        expected,
        (transaction, draft) ->
            draft.redoable()
                ? PgRevisions.step(transaction, PgRevisions.FORWARD, survey, who)
                : Future.failedFuture(
                    new Refusal(Reason.CONFLICT, "Nothing was undone that could be done again.")));
  }

  /** A change of a draft that is locked and still what the author saw. */
  @FunctionalInterface
  private interface Step {
    Future<Void> take(SqlConnection transaction, Draft draft);
  }

  private Future<Draft> change(String survey, int expected, Step step) {
    return pool.withTransaction(
        transaction ->
            PgDraftRows.lock(transaction, survey)
                .compose(draft -> PgDraftRows.expect(transaction, draft, expected))
                .compose(draft -> step.take(transaction, draft))
                .compose(done -> PgDraftRows.find(transaction, survey))
                .map(Optional::orElseThrow));
  }

  private static AuditEntry created(Draft draft) {
    return new AuditEntry(draft.changedBy(), "draft.create", Optional.of(draft.survey()), Map.of());
  }

  private static List<Draft> drafts(RowSet<Row> rows) {
    List<Draft> drafts = new ArrayList<>();
    rows.forEach(row -> drafts.add(PgDraftRows.draft(row)));
    return drafts;
  }
}
