package org.saualnama.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** What a newer server may do to a schema while older ones still stand on it. */
public final class LaterMigration {
  private static final String EXPANDS =
      """
      DO $$
      DECLARE name text;
      BEGIN
        FOR name IN
          SELECT relname FROM pg_class
          WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
            AND NOT relispartition AND relname <> 'flyway_schema_history'
        LOOP
          EXECUTE format('ALTER TABLE %I ADD COLUMN added_later text', name);
        END LOOP;
      END
      $$;

      CREATE TABLE made_later (made_later text PRIMARY KEY, other text NOT NULL DEFAULT 'x');
      """;

  private LaterMigration() {}

  /** Adds a column to every table, and a table. */
  public static void addsToEveryTable(DatabaseUrl database) {
    try {
      Path folder = Files.createTempDirectory("later");
      Files.writeString(folder.resolve("V900__later.sql"), EXPANDS);
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(database.jdbcUrl(), database.user(), database.password())
          .locations("classpath:migrations", "filesystem:" + folder)
          .load()
          .migrate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
