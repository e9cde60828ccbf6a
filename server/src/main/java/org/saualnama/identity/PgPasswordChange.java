package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.saualnama.access.Caller;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/** A new password instead of one's own old one; all other sessions end with the old one. */
public final class PgPasswordChange {
  private static final String END_OTHERS =
      "DELETE FROM session WHERE account = $1 AND session <> $2";

  private final Pool pool;
  private final PgSignIn signIn;
  private final PgPasswords passwords;
  private final PgAudit audit;

  PgPasswordChange(Pool pool, PgSignIn signIn, PgPasswords passwords, PgAudit audit) {
    this.pool = pool;
    this.signIn = signIn;
    this.passwords = passwords;
    this.audit = audit;
  }

  /**
   * Changes it.
   *
   * @param session the one that goes on
   * @param network whom to slow down when {@code old} is wrong
   */
  Future<Void> change(Caller caller, UUID session, String old, String fresh, String network) {
    return signIn
        .check(caller.name(), old, network)
        .recover(failure -> Future.failedFuture(ofOldPassword(failure)))
        .compose(account -> passwords.hash(new AccountName(caller.name()), fresh))
        .compose(hash -> pool.withTransaction(t -> set(t, caller, session, hash)));
  }

  private static Throwable ofOldPassword(Throwable failure) {
    return failure instanceof Refusal refusal && refusal.reason() == Reason.NOT_SIGNED_IN
        ? Refusal.malformed("old_password", "wrong", "This isn't your password so far.")
        : failure;
  }

  private Future<Void> set(SqlConnection transaction, Caller caller, UUID session, String hash) {
    return PgPasswords.set(transaction, caller.account(), hash)
        .compose(
            set ->
                transaction.preparedQuery(END_OTHERS).execute(Tuple.of(caller.account(), session)))
        .compose(
            ended ->
                audit.append(
                    transaction,
                    new AuditEntry(caller.name(), "password.change", Optional.empty(), Map.of())));
  }
}
