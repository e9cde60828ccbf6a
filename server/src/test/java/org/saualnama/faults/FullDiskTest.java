package org.saualnama.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Accounts;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.Senders;
import org.saualnama.ServerProcess;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** No room is left for the database, nor for the server's log, until somebody makes some. */
final class FullDiskTest {
  private static final int MEGABYTES = 160;
  private static final int SOME = 150;
  private static final String FIGURES = "/api/v1/surveys/may9-kz/breakdown?question=meaning&by=age";

  /** On Linux, a file on a disk that is full. */
  private static final Path FULL = Path.of("/dev/full");

  private static final Set<Integer> FINE = Set.of(200, 201, 503);

  private final SurveyVersion survey = ShippedSurveys.may9();
  private final HttpClient client = HttpClient.newHttpClient();
  private ServerProcess server;

  @Test
  void aFullDiskIsBusyAndNothingThatWasAcknowledgedIsLost(@TempDir Path folder) throws Exception {
    Path mount = Files.createDirectory(folder.resolve("small"));
    assumeTrue(
        SmallVolume.isAllowed(mount) && Files.exists(FULL),
        "Only root on Linux can make a disk that is full.");
    try (SmallVolume volume = SmallVolume.mount(mount, MEGABYTES);
        OutsidePostgres postgres = OutsidePostgres.start(volume.folder().resolve("data"));
        Senders senders = new Senders(survey)) {
      server = ServerProcess.startWithLog(folder, postgres.url(), FULL);
      server.stopReading();
      senders.to(server.address());
      senders.awaitMore(SOME);
      Eventually.until("there are figures", () -> status(FIGURES) == 200);

      volume.fillBut(0);
      assertBusyAndFiguresStay(senders);
      volume.clear();
      senders.awaitMore(SOME);

      // Room for tables, and none for the next piece of the write-ahead log: PostgreSQL gives up.
      volume.fillBut(8);
      Eventually.until("PostgreSQL ends", () -> !tryToUseUpLog(postgres) && postgres.hasEnded());
      assertBusyAndFiguresStay(senders);
      volume.clear();
      postgres.restart();
      senders.awaitMore(SOME);

      senders.finish();
      assertTrue(FINE.containsAll(senders.statuses()), () -> senders.statuses().toString());
      Accounts accounts = new Accounts(postgres.url(), survey.code());
      accounts.awaitLastRelease();
      server.stop();
      accounts.awaitSilence();
      accounts.balance(senders.receipts());
      System.out.printf("  a full disk: %s%n", accounts);
    }
  }

  private void assertBusyAndFiguresStay(Senders senders) throws Exception {
    UUID id = UUID.randomUUID();
    HttpResponse<String> answer = senders.send(id);
    while (answer.statusCode() != 503) {
      senders.receipts().put(id, Senders.receipt(answer));
      assertEquals(201, answer.statusCode(), answer.body());
      id = UUID.randomUUID();
      answer = senders.send(id);
    }
    assertEquals(Optional.of("1"), answer.headers().firstValue("Retry-After"));
    for (String path : List.of(FIGURES, "/results/may9-kz", "/s/may9-kz", "/livez")) {
      assertEquals(200, status(path), path);
    }
  }

  /** Begins the next piece of the log; whether PostgreSQL could. */
  private static boolean tryToUseUpLog(OutsidePostgres postgres) {
    try {
      Node.query(postgres.url(), "SELECT pg_logical_emit_message(false, 'a', 'b')");
      Node.query(postgres.url(), "SELECT pg_switch_wal()");
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private int status(String path) {
    try {
      URI uri = server.address().resolve(path);
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
