package org.saualnama.postgres;

import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the schema up to this program's, before anything else speaks to the database. */
public final class Migrations {
  private Migrations() {}

  /** The newest version of the schema that this program knows. */
  public static int newest() {
    return new SchemaVersions(Migrations.class.getClassLoader(), "migrations").newest();
  }

  /** Blocks until the schema is current; several nodes may call it at once. */
  public static void run(DatabaseUrl database) {
    run(database, "latest");
  }

  /** Blocks until the schema is as {@code version}, which must be known here, made it, or later. */
  public static void run(DatabaseUrl database, String version) {
    settings(database)
        // A newer server has been here: what it added is no reason to stay away (CONTRIBUTING.md).
        .ignoreMigrationPatterns("*:future")
        .target(version)
        .load()
        .migrate();
  }

  /** Whether this program can bring the schema of {@code database} to {@code version}. */
  public static boolean know(DatabaseUrl database, String version) {
    return Stream.of(settings(database).load().info().all())
        .filter(migration -> migration.getState().isResolved())
        .anyMatch(migration -> version.equals(migration.getVersion().toString()));
  }

  private static FluentConfiguration settings(DatabaseUrl database) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:migrations");
  }
}
