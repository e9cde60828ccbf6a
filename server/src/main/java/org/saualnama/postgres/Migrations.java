package org.saualnama.postgres;

import org.flywaydb.core.Flyway;

/** Brings the schema up to this program's, before anything else speaks to the database. */
public final class Migrations {
  private Migrations() {}

  /** Blocks until the schema is current; several nodes may call it at once. */
  public static void run(DatabaseUrl database) {
    run(database, "latest");
  }

  /** Blocks until the schema is as {@code version} made it, or later. */
  public static void run(DatabaseUrl database, String version) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:migrations")
        // A newer server has been here: what it added is no reason to stay away (CONTRIBUTING.md).
        .ignoreMigrationPatterns("*:future")
        .target(version)
        .load()
        .migrate();
  }
}
