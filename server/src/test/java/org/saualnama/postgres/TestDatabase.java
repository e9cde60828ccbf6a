package org.saualnama.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of one's own for each test class, cloned from a migrated template. */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String ROLE = "lesser";
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
      execute(server, "CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + ROLE + "'");
      execute(server, "CREATE DATABASE migrated");
      Migrations.run(roles(url(server, "migrated")));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fresh, migrated database, for its owner. */
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

  /** What serves {@code database}, which its owner has migrated or will: a role that may little. */
  public static DatabaseRoles roles(DatabaseUrl database) {
    DatabaseUrl server =
        new DatabaseUrl(database.host(), database.port(), database.database(), ROLE, ROLE);
    return new DatabaseRoles(server, Optional.of(database));
  }

  /** As a setting has it, with the password. */
  public static String text(DatabaseUrl url) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(url.user(), url.password(), url.host(), url.port(), url.database());
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
