package org.saualnama.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/** The word that makes every node look again at what the database has published. */
public final class PgNews {
  /** The channel of LISTEN and NOTIFY. */
  public static final String CHANNEL = "saualnama";

  private PgNews() {}

  /** Heard when the transaction commits. */
  public static Future<Void> tell(SqlClient client) {
    return client.query("NOTIFY " + CHANNEL).execute().mapEmpty();
  }
}
