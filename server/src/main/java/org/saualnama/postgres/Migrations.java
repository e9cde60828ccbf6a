package org.saualnama.postgres;

import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the schema up to this program's, before anything else speaks to the database. */
public final class Migrations {
  private Migrations() {}

  /** The newest version of the schema that this program knows. */
  public static int newest() {
    return new SchemaVersions(Migrations.class.getClassLoader(), "migrations").newest();
  }

  /**
   * Blocks until the schema is current and the server's role may use it; several nodes may call it
   * at once.
   */
  public static void run(DatabaseRoles roles) {
    if (roles.owner().isPresent()) {
      run(roles.owner().get(), "latest");
      PgGrants.give(roles.owner().get(), roles.server().user());
    } else {
      // A role that may not alter the schema need not, where somebody else has.
      with(
          roles.server(),
          "latest",
          flyway -> {
            if (flyway.info().pending().length > 0) {
              migrate(flyway);
            } else {
              flyway.validate();
            }
          });
    }
  }

  /** Blocks until the schema is as {@code version}, which must be known here, made it, or later. */
  public static void run(DatabaseUrl owner, String version) {
    with(owner, version, Flyway::migrate);
  }

  private static void migrate(Flyway flyway) {
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      throw new IllegalStateException(
          "the schema can't be brought up to date; if the role of DATABASE_URL may not alter it, give"
              + " MIGRATION_URL too (README, \"The database's roles\"): "
              + e.getMessage(),
          e);
    }
  }

  private static void with(DatabaseUrl database, String version, Consumer<Flyway> work) {
    try (OneConnection connection = new OneConnection(database)) {
      work.accept(
          settings()
              .dataSource(connection)
              // A newer server has been here: what it added is no reason to stay away
              // (CONTRIBUTING.md).
              .ignoreMigrationPatterns("*:future")
              .target(version)
              .load());
    } catch (SQLException e) {
      throw new IllegalStateException("the connection can't be closed", e);
    }
  }

  /** Whether this program can bring the schema of {@code database} to {@code version}. */
  public static boolean know(DatabaseUrl database, String version) {
    FluentConfiguration settings =
        settings().dataSource(database.jdbcUrl(), database.user(), database.password());
    return Stream.of(settings.load().info().all())
        .filter(migration -> migration.getState().isResolved())
        .anyMatch(migration -> version.equals(migration.getVersion().toString()));
  }

  private static FluentConfiguration settings() {
    return Flyway.configure(Migrations.class.getClassLoader()).locations("classpath:migrations");
  }
}
