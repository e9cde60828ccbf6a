package org.saualnama.postgres;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import org.saualnama.secret.Secret;

/** Whether this database and this process belong together. */
public final class PgInstallation {
  private static final String FOUND =
      """
      INSERT INTO installation (secret_check, demo) VALUES ($1, $2) ON CONFLICT DO NOTHING
      """;

  private static final String SELECT = "SELECT epoch, secret_check, demo FROM installation";

  /**
   * What every node must know of its installation.
   *
   * @param epoch sets its ETags apart from those of a restored backup
   * @param demo whether it holds synthetic answers only
   */
  public record Installation(String epoch, boolean demo) {}

  private PgInstallation() {}

  /** What a database of {@code secret} holds to know it by. */
  public static byte[] check(Secret secret) {
    return secret.key("check");
  }

  /** Fails if another secret sealed what lies here, or if a demo would mix with real answers. */
  public static Future<Installation> join(Pool pool, Secret secret, boolean demo) {
    Buffer check = Buffer.buffer(check(secret));
    return pool.preparedQuery(FOUND)
        .execute(Tuple.of(check, demo))
        .compose(done -> pool.query(SELECT).execute())
        .map(rows -> joined(rows.iterator().next(), check, demo));
  }

  private static Installation joined(Row row, Buffer check, boolean demo) {
    if (!row.getBuffer("secret_check").equals(check)) {
      throw new IllegalStateException(
          "this database belongs to another secret: put the right SECRET_FILE in place");
    }
    if (demo && !row.getBoolean("demo")) {
      throw new IllegalStateException(
          "this database may hold real answers: run --demo with another DATA_DIR or DATABASE_URL");
    }
    return new Installation(
        row.getUUID("epoch").toString().substring(0, 8), row.getBoolean("demo"));
  }
}
