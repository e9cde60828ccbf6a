package org.saualnama.postgres;

import org.flywaydb.core.Flyway;

/** Brings the schema up to this program's, before anything else speaks to the database. */
public final class Migrations {
  private Migrations() {}

  /** The newest version of the schema that this program knows. */
  public static int newest() {
    return new SchemaVersions(Migrations.class.getClassLoader(), "migrations").newest();
  }

  /** Blocks until the schema is current; several nodes may call it at once. */
  public static void run(DatabaseUrl database) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:migrations")
        .load()
        .migrate();
  }
}
