package org.saualnama.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of one's own for each test class, cloned from a migrated template. */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private TestDatabase() {}

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("max_connections", "300")
              .setLocaleConfig("locale", "C")
              .setLocaleConfig("encoding", "UTF8")
              // What the server's own check of an outside PostgreSQL insists on.
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
      execute(server, "CREATE DATABASE migrated");
      Migrations.run(url(server, "migrated"));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fresh, migrated database. */
  public static DatabaseUrl create() {
    String name = "test_" + COUNT.incrementAndGet();
    execute(SERVER, "CREATE DATABASE " + name + " TEMPLATE migrated");
    return url(SERVER, name);
  }

  /** A fresh one without any table. */
  public static DatabaseUrl createEmpty() {
    String name = "empty_" + COUNT.incrementAndGet();
    execute(SERVER, "CREATE DATABASE " + name);
    return url(SERVER, name);
  }

  private static DatabaseUrl url(EmbeddedPostgres server, String database) {
    return new DatabaseUrl("localhost", server.getPort(), database, "postgres", "postgres");
  }

  private static synchronized void execute(EmbeddedPostgres server, String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
