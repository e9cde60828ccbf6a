package org.saualnama.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Accounts as they are. */
public final class PgAccounts {
  /** An account's grants as codes; for a query in which the account is {@code a}. */
  static final String GRANTS =
      """
      ARRAY(SELECT role || coalesce(':' || survey, '') FROM account_grant g
            WHERE g.account = a.account) AS grants
      """;

  private static final String SELECT =
      """
      SELECT a.account, a.name, a.disabled, a.password, %s FROM account a
      """
          .formatted(GRANTS);

  private static final String ALL = SELECT + "ORDER BY a.name_key";
  private static final String BY_ID = SELECT + "WHERE a.account = $1";
  private static final String BY_NAME = SELECT + "WHERE a.name_key = $1";
  private static final String ANY =
      "SELECT EXISTS (SELECT FROM account WHERE password IS NOT NULL)";

  /** An account and the hash of its password, if it has one. */
  record WithPassword(Account account, Optional<String> hash) {}

  private final Pool pool;

  PgAccounts(Pool pool) {
    this.pool = pool;
  }

  /** All of them, by name. */
  public Future<List<Account>> all() {
    return pool.query(ALL).execute().map(rows -> stream(rows).map(WithPassword::account).toList());
  }

  public Future<Optional<Account>> find(UUID account) {
    return find(pool, account);
  }

  /** Whether anybody has set a password yet. */
  public Future<Boolean> any() {
    return pool.query(ANY).execute().map(rows -> rows.iterator().next().getBoolean(0));
  }

  static Future<Optional<Account>> find(SqlClient client, UUID account) {
    return client
        .preparedQuery(BY_ID)
        .execute(Tuple.of(account))
        .map(rows -> stream(rows).map(WithPassword::account).findFirst());
  }

  static Future<Optional<WithPassword>> find(SqlClient client, AccountName name) {
    return client
        .preparedQuery(BY_NAME)
        .execute(Tuple.of(name.key()))
        .map(rows -> stream(rows).findFirst());
  }

  Future<Optional<WithPassword>> withPassword(AccountName name) {
    return find(pool, name);
  }

  private static Stream<WithPassword> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(PgAccounts::account);
  }

  private static WithPassword account(Row row) {
    Optional<String> hash = Optional.ofNullable(row.getString("password"));
    return new WithPassword(
        new Account(
            row.getUUID("account"),
            row.getString("name"),
            Grants.of(List.of(row.getArrayOfStrings("grants"))),
            row.getBoolean("disabled"),
            hash.isPresent()),
        hash);
  }
}
