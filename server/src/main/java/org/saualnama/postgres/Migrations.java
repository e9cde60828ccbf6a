package org.saualnama.postgres;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to this program's, before anything else speaks to the database. */
public final class Migrations {
  private Migrations() {}

  /**
   * Blocks until the schema is current and the server's role may use it; several nodes may call it
   * at once.
   */
  public static void run(DatabaseRoles roles) {
    if (roles.owner().isPresent()) {
      flyway(roles.owner().get()).migrate();
      PgGrants.give(roles.owner().get(), roles.server().user());
    } else {
      // A role that may not alter the schema need not, where somebody else has.
      Flyway flyway = flyway(roles.server());
      if (flyway.info().pending().length > 0) {
        migrate(flyway);
      } else {
        flyway.validate();
      }
    }
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

  private static Flyway flyway(DatabaseUrl database) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:migrations")
        .load();
  }
}
