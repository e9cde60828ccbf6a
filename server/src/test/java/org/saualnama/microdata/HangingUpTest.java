package org.saualnama.microdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.postgres.DatabaseUrl;

/** Who hangs up has nobody working for them any more. */
final class HangingUpTest {
  private static final String FILE =
      "/api/v1/surveys/garden/microdata?format=csv&lang=en&reason=To+hang+up+on+it";

  @TempDir private static Path folder;
  private static Node node;
  private static Person steward;

  @BeforeAll
  static void start() {
    node = Harvest.node(folder);
    // Much more than all buffers on the way hold.
    Harvest.release(node, 1, 200_000);
    steward = Person.of(node, "steward", Grant.global(Role.STEWARD));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static Socket ask(String file) throws Exception {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.app().port());
    String request =
        "GET "
            + file
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + steward.token()
            + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(UTF_8));
    return socket;
  }

  private static String working() {
    return node.value(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND query LIKE '%FROM response JOIN profile%' AND query NOT LIKE '%pg_stat%'"
            + " AND state <> 'idle'");
  }

  private static int status(String file) {
    return node.send(steward.api(file)).statusCode();
  }

  @Test
  void aQueryThatIsStillSortingIsStopped() throws Exception {
    DatabaseUrl database = node.database();
    String url =
        "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.database();
    try (Connection other =
        DriverManager.getConnection(url, database.user(), database.password())) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE response IN ACCESS EXCLUSIVE MODE");
      try (Socket socket = ask(FILE)) {
        Eventually.until("the query waits", () -> working().equals("1"));
        assertEquals(503, status(FILE));
        assertTrue(socket.isConnected());
      }
      Eventually.until("the query is gone", () -> working().equals("0"));
    }
    Eventually.until("the turn is free", () -> status(FILE.replace("csv", "ddi")) == 200);
  }

  @Test
  void aFileThatIsOnItsWayIsStopped() throws Exception {
    try (Socket socket = ask(FILE.replace("csv", "dta"))) {
      InputStream in = socket.getInputStream();
      assertEquals("HTTP/1.1 200 OK", new String(in.readNBytes(15), UTF_8));
      assertEquals(503, status(FILE));
      assertEquals(1, Integer.parseInt(working()));
    }
    Eventually.until("the turn is free", () -> status(FILE.replace("csv", "ddi")) == 200);
    Eventually.until("the query is gone", () -> working().equals("0"));
    assertTrue(node.app().microdata().running().isEmpty());
  }
}
