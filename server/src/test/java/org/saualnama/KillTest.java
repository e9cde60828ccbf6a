package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.TestDatabase;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** The first promise, held against {@code kill -9}; as often as {@code -Dkills} says. */
final class KillTest {
  private static final int LEAST_KILLS = Integer.getInteger("kills", 10);
  private static final int MOST_KILLS = 2 * LEAST_KILLS;
  private static final int AMID_RELEASES = LEAST_KILLS / 4;
  private static final int LONGEST_INTAKE_MILLIS = 2_000;
  private static final int LONGEST_RELEASE_MILLIS = 100;
  private static final int SOME = 300;
  private static final int ASKED_AGAIN = 200;

  private final SurveyVersion survey = ShippedSurveys.may9();
  private final Random random = new Random();

  @Test
  void everyAcknowledgedSubmissionIsCountedOnceHoweverOftenTheServerIsKilled(@TempDir Path folder)
      throws Exception {
    DatabaseUrl database = TestDatabase.create();
    try (Senders senders = new Senders(survey)) {
      Kills kills = killAgainAndAgain(folder, database, senders);
      ServerProcess last = ServerProcess.start(folder, database);
      senders.to(last.address());
      senders.finish();
      theSameIdHearsTheSame(senders);
      Accounts accounts = new Accounts(database, survey.code());
      accounts.awaitLastRelease();
      last.stop();
      accounts.awaitSilence();
      accounts.balance(senders.receipts());
      System.out.printf(
          "  %d kills, %d of them amid a release; %s%n",
          kills.all(), kills.amidReleases(), accounts);
      assertTrue(kills.amidReleases() > 0, "no kill hit a release");
    }
  }

  private record Kills(int all, int amidReleases) {
    boolean enough() {
      return all >= MOST_KILLS || (all >= LEAST_KILLS && amidReleases >= AMID_RELEASES);
    }
  }

  /** Until some hit a release, but within bounds; every other one is aimed at one. */
  private Kills killAgainAndAgain(Path folder, DatabaseUrl database, Senders senders)
      throws SQLException {
    Kills kills = new Kills(0, 0);
    try (ReleaseWatch watch = new ReleaseWatch(database)) {
      while (!kills.enough()) {
        ServerProcess server = ServerProcess.start(folder, database);
        senders.to(server.address());
        boolean aimed = kills.all() % 2 == 0;
        if (aimed) {
          senders.awaitMore(SOME);
          watch.awaitRelease();
        }
        int longestWait = aimed ? LONGEST_RELEASE_MILLIS : LONGEST_INTAKE_MILLIS;
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(longestWait)).toNanos());
        int amid = watch.isReleasing() ? 1 : 0;
        kills = new Kills(kills.all() + 1, kills.amidReleases() + amid);
        server.kill();
      }
    }
    return kills;
  }

  private static void theSameIdHearsTheSame(Senders senders) throws Exception {
    for (Map.Entry<UUID, String> one :
        senders.receipts().entrySet().stream().limit(ASKED_AGAIN).toList()) {
      HttpResponse<String> answer = senders.send(one.getKey());
      assertEquals(200, answer.statusCode());
      assertEquals(one.getValue(), Senders.receipt(answer));
    }
  }
}
