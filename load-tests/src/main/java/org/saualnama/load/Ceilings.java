package org.saualnama.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saualnama.postgres.DatabaseUrl;

/** What the same PostgreSQL does by itself, to set beside what the server makes of it. */
final class Ceilings {
  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
  private static final String INSERT =
      "INSERT INTO ceiling VALUES (decode(repeat('a5', %d), 'hex'));";

  /** As an analyst would write it. */
  private static final String GROUP_BY =
      """
      SELECT r.answers ->> 'meaning', p.segments[1], count(*)
      FROM response r JOIN profile p USING (survey, profile)
      WHERE r.survey = 'may9-kz' GROUP BY 1, 2""";

  private final DatabaseUrl database;
  private final Sql sql;

  Ceilings(DatabaseUrl database) {
    this.database = database;
    this.sql = new Sql(database);
  }

  /** The bytes that one submission puts into the database: receipt, survey and sealed answers. */
  int bytesOfASubmission() throws SQLException {
    return (int)
        Math.round(
            sql.number(
                "SELECT (SELECT avg(length(receipt) + length(survey)) FROM receipt)"
                    + " + (SELECT avg(length(sealed) + length(survey)) FROM submission)"));
  }

  /**
   * Single-row inserts of {@code bytes} a second by pgbench with 32 clients, each in a transaction
   * of its own; empty where there is no pgbench.
   */
  OptionalDouble inserts(int bytes, Duration duration) throws IOException, SQLException {
    sql.run("CREATE TABLE ceiling (row bytea NOT NULL)");
    Path script = Files.createTempFile("ceiling", ".sql");
    try {
      Files.writeString(script, INSERT.formatted(bytes));
      ProcessBuilder builder =
          new ProcessBuilder(
              List.of(
                  "pgbench",
                  "-n",
                  "-M",
                  "prepared",
                  "-c",
                  "32",
                  "-j",
                  "2",
                  "-T",
                  Long.toString(duration.toSeconds()),
                  "-f",
                  script.toString(),
                  "-h",
                  database.host(),
                  "-p",
                  Integer.toString(database.port()),
                  "-U",
                  database.user(),
                  database.database()));
      builder.environment().put("PGPASSWORD", database.password());
      Process pgbench = builder.redirectErrorStream(true).start();
      String told = new String(pgbench.getInputStream().readAllBytes(), UTF_8);
      Matcher tps = TPS.matcher(told);
      if (!tps.find()) {
        throw new IllegalStateException("pgbench says: " + told);
      }
      return OptionalDouble.of(Double.parseDouble(tps.group(1)));
    } catch (IOException e) {
      System.out.println("There is no pgbench on the PATH, so there are no ratios to it.");
      return OptionalDouble.empty();
    } finally {
      Files.delete(script);
      sql.run("DROP TABLE ceiling");
    }
  }

  /** How long a GROUP BY of option and segment takes over all responses; the best of three. */
  Duration groupBy() throws SQLException {
    Duration best = null;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      sql.run(GROUP_BY);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      best = best == null || took.compareTo(best) < 0 ? took : best;
    }
    return best;
  }
}
