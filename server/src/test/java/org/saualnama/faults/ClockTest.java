package org.saualnama.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Accounts;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.Senders;
import org.saualnama.ServerProcess;
import org.saualnama.TestDefs;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** A clock jumps forward and back: the database's, by which all nodes go, or that of one node. */
final class ClockTest {
  private static final int SOME = 150;

  /** Cut by the clock as it is now. */
  private static final String CUT_NOW =
      """
      SELECT count(*) FROM release JOIN clock.jump ON true
      WHERE survey = 'may9-kz'
        AND cut_at - length - pg_catalog.now() BETWEEN interval '-1 hour' AND interval '1 hour'
      """;

  private static final Pattern STATE = Pattern.compile("name=\"_state\" value=\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
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

  @Test
  void aNodeWhoseOwnClockJumpsTakesReleasesAndGoesOnWithFormsOfAnother(@TempDir Path folder)
      throws Exception {
    JumpingClock clock = JumpingClock.in(folder).orElse(null);
    assumeTrue(clock != null, "There is no libfaketime.");
    try (Node other = Node.startAmongOthers(database, folder, TestDefs.shipped());
        Senders senders = new Senders(survey)) {
      ServerProcess jumping = ServerProcess.start(folder, database, clock.environment());
      senders.to(jumping.address(), other.uri("/"));
      for (String jump : new String[] {"+1d", "-1d", "+0"}) {
        String begun = get(other.uri("/s/may9-kz/en")).body();
        clock.at(jump);
        HttpResponse<String> next = goOn(jumping, begun);
        assertEquals(200, next.statusCode(), jump);
        assertFalse(next.body().contains("_consent"), "it is past the first page");
        long before = releases();
        senders.awaitMore(SOME);
        Eventually.until("a release at " + jump, () -> releases() > before);
      }
      senders.finish();
      assertTrue(Set.of(200, 201).containsAll(senders.statuses()));
      Accounts accounts = new Accounts(database, survey.code());
      accounts.awaitLastRelease();
      jumping.stop();
      accounts.balance(senders.receipts());
      System.out.printf("  a jumping node: %s%n", accounts);
    }
  }

  /** Sends the first page of a form that was begun elsewhere. */
  private HttpResponse<String> goOn(ServerProcess server, String begun) throws Exception {
    Matcher state = STATE.matcher(begun);
    assertTrue(state.find(), begun);
    return client.send(
        HttpRequest.newBuilder(server.address().resolve("/s/may9-kz"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("_consent=agree&_go=next&_state=" + state.group(1)))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(URI uri) throws Exception {
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private long releases() {
    return number("SELECT count(*) FROM release WHERE survey = 'may9-kz'");
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
