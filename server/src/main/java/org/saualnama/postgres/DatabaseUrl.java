package org.saualnama.postgres;

import io.vertx.pgclient.PgConnectOptions;
import java.net.URI;

/** Where the database is, for the client that serves and for the one that migrates. */
public record DatabaseUrl(String host, int port, String database, String user, String password) {

  /**
   * Reads {@code postgresql://user:password@host:port/database}.
   *
   * @throws IllegalArgumentException if {@code url} is something else
   */
  public static DatabaseUrl parse(String url) {
    if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
      throw new IllegalArgumentException("must start with postgresql://");
    }
    if (url.contains("?")) {
      throw new IllegalArgumentException(
          "takes no parameters: reach a database that asks for TLS through a tunnel on this machine");
    }
    PgConnectOptions options;
    try {
      options = PgConnectOptions.fromUri(url);
      String user = URI.create(url).getRawUserInfo();
      if (user == null || !user.contains(":")) {
        // The client's own password where none is given would hide that there is none.
        options.setPassword("");
      }
    } catch (RuntimeException e) {
      // The cause would repeat the URL, and with it the password.
      throw new IllegalArgumentException("is not postgresql://user:password@host:port/database");
    }
    return new DatabaseUrl(
        options.getHost(),
        options.getPort(),
        options.getDatabase(),
        options.getUser(),
        options.getPassword());
  }

  /** The same with a password from elsewhere. */
  public DatabaseUrl withPassword(String other) {
    return new DatabaseUrl(host, port, database, user, other);
  }

  PgConnectOptions connectOptions() {
    return new PgConnectOptions()
        .setHost(host)
        .setPort(port)
        .setDatabase(database)
        .setUser(user)
        .setPassword(password)
        // A node that is gone without a word must not keep its locks, such as a release's.
        .addProperty("tcp_keepalives_idle", "60")
        .addProperty("idle_in_transaction_session_timeout", "10min")
        .setCachePreparedStatements(true)
        .setReconnectAttempts(2)
        .setReconnectInterval(200);
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + database;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
  }
}
