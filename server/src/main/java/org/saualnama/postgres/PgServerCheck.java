package org.saualnama.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a PostgreSQL keeps to itself what it is told: rows in its log would betray people. */
public final class PgServerCheck {
  private static final Logger LOG = LoggerFactory.getLogger(PgServerCheck.class);
  private static final int OLDEST = 150_000;

  private static final Map<String, List<String>> ALLOWED =
      Map.of(
          "log_statement", List.of("none", "ddl"),
          "log_duration", List.of("off"),
          "log_parameter_max_length_on_error", List.of("0"),
          "log_min_duration_statement", List.of("-1"),
          "log_min_duration_sample", List.of("-1"),
          "log_transaction_sample_rate", List.of("0"),
          // There only where the extension is loaded.
          "auto_explain.log_min_duration", List.of("-1"),
          "track_commit_timestamp", List.of("off"),
          "fsync", List.of("on"),
          "synchronous_commit", List.of("on", "local", "remote_write", "remote_apply"));

  private static final String SELECT =
      "SELECT name, setting FROM pg_settings WHERE name = ANY ($1::text[])";

  private static final String OWNS =
      """
      SELECT pg_has_role(current_user, relowner, 'USAGE') FROM pg_class
      WHERE oid = 'audit_entry'::regclass
      """;

  private PgServerCheck() {}

  /**
   * Fails naming every setting that would write answers or their times down, or lose them; warns of
   * a role that may more than it needs.
   */
  public static Future<Void> run(Pool pool) {
    return pool.query("SELECT current_setting('server_version_num')::int")
        .execute()
        .compose(
            rows ->
                rows.iterator().next().getInteger(0) < OLDEST
                    ? Future.failedFuture(
                        new IllegalStateException("PostgreSQL 15 or newer is needed"))
                    : pool.preparedQuery(SELECT)
                        .execute(Tuple.tuple().addValue(ALLOWED.keySet().toArray(String[]::new))))
        .compose(PgServerCheck::check)
        .compose(fine -> pool.query(OWNS).execute())
        .map(
            owns -> {
              if (owns.iterator().next().getBoolean(0)) {
                LOG.warn(
                    "the server's role owns its tables and could change the audit log: see README,"
                        + " \"The database's roles\"");
              }
              return null;
            });
  }

  private static Future<Void> check(RowSet<Row> settings) {
    List<String> wrong = new ArrayList<>();
    for (Row row : settings) {
      List<String> allowed = ALLOWED.get(row.getString("name"));
      if (!allowed.contains(row.getString("setting"))) {
        wrong.add(row.getString("name") + " must be " + String.join(" or ", allowed));
      }
    }
    return wrong.isEmpty()
        ? Future.succeededFuture()
        : Future.failedFuture(
            new IllegalStateException(
                "this PostgreSQL would write down or lose answers: " + String.join("; ", wrong)));
  }
}
