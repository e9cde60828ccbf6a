package org.saualnama.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Accounts;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.Senders;
import org.saualnama.TestDefs;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** The database's clock, by which all nodes go, jumps forward and back. */
final class ClockTest {
  private static final int SOME = 150;

  /** Cut by the clock as it is now. */
  private static final String CUT_NOW =
      """
      SELECT count(*) FROM release JOIN clock.jump ON true
      WHERE survey = 'may9-kz'
        AND cut_at - length - pg_catalog.now() BETWEEN interval '-1 hour' AND interval '1 hour'
      """;

  private final SurveyVersion survey = ShippedSurveys.may9();
  private final DatabaseUrl database = TestDatabase.create();

  @Test
  void whateverTheClockDoesAllAreCountedOnceAndReleasesGoOn(@TempDir Path folder) throws Exception {
    shadowNow();
    try (Node one = Node.startAmongOthers(database, folder, TestDefs.shipped());
        Node other = Node.startAmongOthers(database, folder, TestDefs.shipped());
        Senders senders = new Senders(survey)) {
      senders.to(one.uri("/"), other.uri("/"));
      for (String jump : new String[] {"0", "1 day", "-1 day"}) {
        Node.query(database, "UPDATE clock.jump SET length = '" + jump + "'");
        senders.awaitMore(SOME);
        Eventually.until("a release at " + jump, () -> number(CUT_NOW) > 0);
      }
      senders.finish();
      assertTrue(Set.of(200, 201).containsAll(senders.statuses()));
      Accounts accounts = new Accounts(database, survey.code());
      accounts.awaitLastRelease();
      accounts.balance(senders.receipts());
      System.out.printf("  jumping clocks: %s%n", accounts);
    }
  }

  /** What asks for the time by its plain name gets this one; so does what keeps it by default. */
  private void shadowNow() {
    Node.query(
        database,
        """
        CREATE SCHEMA clock;
        CREATE TABLE clock.jump (length interval NOT NULL);
        INSERT INTO clock.jump VALUES ('0');
        CREATE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql STABLE
          AS 'SELECT pg_catalog.now() + length FROM clock.jump';
        GRANT USAGE ON SCHEMA clock TO PUBLIC;
        GRANT SELECT ON clock.jump TO PUBLIC;
        ALTER TABLE release ALTER cut_at SET DEFAULT clock.now()""");
    String name = database.database();
    Node.query(database, "ALTER DATABASE " + name + " SET search_path = clock, pg_catalog, public");
  }

  private long number(String sql) {
    return Long.parseLong(Node.query(database, sql).get(0).get(0));
  }
}
