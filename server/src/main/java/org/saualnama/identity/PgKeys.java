package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.saualnama.access.Caller;
import org.saualnama.access.Grant;
import org.saualnama.audit.AuditEntry;
import org.saualnama.audit.PgAudit;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.secret.Secret;

/** Keys for scripts: shown once, for some of their account's roles, until a day. */
public final class PgKeys {
  /** How a key begins, so that tools which look for lost secrets can find it. */
  static final String PREFIX = "sk_";

  private static final int MOST = 50;
  private static final int LONGEST_NAME = 64;
  private static final Duration LONGEST = Duration.ofDays(366);

  private static final String INSERT =
      """
      INSERT INTO api_key (api_key, hash, name, account, grants, expires)
      SELECT $1, $2, $3, $4, $5, $6
      WHERE (SELECT count(*) FROM api_key
             WHERE account = $4 AND NOT revoked AND expires > now()) < $7
      """;

  private static final String LIST =
      """
      SELECT api_key, name, grants, expires, revoked, last_used FROM api_key
      WHERE account = $1 ORDER BY expires DESC, api_key
      """;

  private static final String REVOKE =
      "UPDATE api_key SET revoked = true WHERE api_key = $1 AND account = $2 RETURNING name";

  private static final String FIND =
      """
      WITH used AS (
        UPDATE api_key SET last_used = current_date
        WHERE hash = $1 AND NOT revoked AND expires > now()
          AND last_used IS DISTINCT FROM current_date
      )
      SELECT k.grants AS key_grants, a.account, a.name, %s
      FROM api_key k JOIN account a USING (account)
      WHERE k.hash = $1 AND NOT k.revoked AND k.expires > now() AND NOT a.disabled
      """
          .formatted(PgAccounts.GRANTS);

  /**
   * A key on the one occasion that it can be read.
   *
   * @param text what scripts send
   */
  public record Shown(ApiKey key, String text) {}

  private final Pool pool;
  private final PgAudit audit;
  private final Tickets tickets;

  PgKeys(Pool pool, PgAudit audit, Secret secret) {
    this.pool = pool;
    this.audit = audit;
    this.tickets = new Tickets(secret, "key");
  }

  /**
   * Makes a key of {@code owner}'s.
   *
   * @return fails with a {@link Refusal} that names the field to mend
   */
  public Future<Shown> create(Caller owner, String name, Set<Grant> grants, Instant expires) {
    return Future.succeededFuture()
        .compose(
            begun -> {
              check(owner, name, grants, expires);
              ApiKey key =
                  new ApiKey(
                      UUID.randomUUID(), name.strip(), grants, expires, false, Optional.empty());
              return pool.withTransaction(transaction -> insert(transaction, owner, key));
            });
  }

  private static void check(Caller owner, String name, Set<Grant> grants, Instant expires) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw Refusal.malformed(
          "name", "not_a_name", "Give the key a name of 1 to " + LONGEST_NAME + " characters.");
    }
    if (grants.isEmpty() || !Grants.common(grants, owner.grants()).equals(grants)) {
      throw Refusal.malformed(
          "roles", "not_yours", "Give the key at least one of your own roles, and no other.");
    }
    Instant now = Instant.now();
    if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
      throw Refusal.malformed(
          "expires", "not_in_a_year", "Let the key expire within a year from now.");
    }
  }

  private Future<Shown> insert(SqlConnection transaction, Caller owner, ApiKey key) {
    String text = PREFIX + Tickets.fresh();
    List<String> codes = Grants.codes(key.grants());
    Tuple row =
        Tuple.tuple()
            .addUUID(key.id())
            .addBuffer(Buffer.buffer(tickets.hash(text)))
            .addString(key.name())
            .addUUID(owner.account())
            .addArrayOfString(codes.toArray(String[]::new))
            .addOffsetDateTime(key.expires().atOffset(ZoneOffset.UTC))
            .addInteger(MOST);
    Map<String, Object> detail =
        Map.of("key", key.id(), "name", key.name(), "roles", codes, "expires", "" + key.expires());
    return transaction
        .preparedQuery(INSERT)
        .execute(row)
        .compose(
            inserted ->
                inserted.rowCount() == 0
                    ? Future.failedFuture(
                        new Refusal(
                            Reason.CONFLICT, "You have " + MOST + " keys: revoke one first."))
                    : audit.append(transaction, entry(owner, "key.create", detail)))
        .map(new Shown(key, text));
  }

  /** All of {@code owner}'s, also those that are over. */
  public Future<List<ApiKey>> list(Caller owner) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(owner.account()))
        .map(rows -> rows.stream().map(PgKeys::key).toList());
  }

  /**
   * From now on it opens nothing; fails with a {@link Refusal} if {@code owner} has no such key.
   */
  public Future<Void> revoke(Caller owner, UUID key) {
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(REVOKE)
                .execute(Tuple.of(key, owner.account()))
                .compose(
                    rows -> {
                      String name =
                          rows.stream()
                              .findFirst()
                              .orElseThrow(
                                  () -> new Refusal(Reason.NOT_FOUND, "You have no such key."))
                              .getString("name");
                      return audit.append(
                          transaction,
                          entry(owner, "key.revoke", Map.of("key", key, "name", name)));
                    }));
  }

  /** Whose key it is, with no more than both of them may. */
  Future<Optional<Signed>> find(String text) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(Buffer.buffer(tickets.hash(text))))
        .map(rows -> rows.stream().findFirst().map(PgKeys::signed));
  }

  private static Signed signed(Row row) {
    Set<Grant> grants =
        Grants.common(
            Grants.of(List.of(row.getArrayOfStrings("key_grants"))),
            Grants.of(List.of(row.getArrayOfStrings("grants"))));
    return new Signed(
        new Caller(row.getUUID("account"), row.getString("name"), grants), Optional.empty());
  }

  private static ApiKey key(Row row) {
    return new ApiKey(
        row.getUUID("api_key"),
        row.getString("name"),
        Grants.of(List.of(row.getArrayOfStrings("grants"))),
        row.getOffsetDateTime("expires").toInstant(),
        row.getBoolean("revoked"),
        Optional.ofNullable(row.getLocalDate("last_used")));
  }

  private static AuditEntry entry(Caller owner, String act, Map<String, ?> detail) {
    return new AuditEntry(owner.name(), act, Optional.empty(), detail);
  }
}
