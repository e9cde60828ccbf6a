package org.saualnama.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Accounts;
import org.saualnama.ReleaseWatch;
import org.saualnama.Senders;
import org.saualnama.ServerProcess;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** The first promise, held against a PostgreSQL that dies, with the server or under it. */
final class PostgresKillTest {
  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final int LONGEST_INTAKE_MILLIS = 1_000;
  private static final int LONGEST_RELEASE_MILLIS = 100;
  private static final int SOME = 150;

  /** Who dies. */
  private enum Victim {
    POSTGRES,
    BOTH,
    SERVER
  }

  private final SurveyVersion survey = ShippedSurveys.may9();
  private final Random random = new Random();
  private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);
  private int amidReleases;
  private ServerProcess server;

  @Test
  void everyAcknowledgedSubmissionIsCountedOnceWhoeverDies(@TempDir Path folder) throws Exception {
    try (OutsidePostgres postgres = OutsidePostgres.start(folder.resolve("outside"));
        Senders senders = new Senders(survey)) {
      start(folder, postgres, senders);
      for (int i = 0; i < KILLS; i++) {
        senders.awaitMore(SOME);
        aim(postgres, i / Victim.values().length % 2 == 0);
        strike(folder, postgres, senders, Victim.values()[i % Victim.values().length]);
      }
      senders.awaitMore(SOME);
      senders.finish();
      Accounts accounts = new Accounts(postgres.url(), survey.code());
      accounts.awaitLastRelease();
      server.stop();
      accounts.awaitSilence();
      accounts.balance(senders.receipts());
      System.out.printf("  kills %s, %d amid a release; %s%n", kills, amidReleases, accounts);
      assertTrue(KILLS < 30 || amidReleases > 0, "no kill hit a release");
    }
  }

  /** Waits for a moment to strike: amid a release, or any. */
  private void aim(OutsidePostgres postgres, boolean atRelease) throws Exception {
    try (ReleaseWatch watch = new ReleaseWatch(postgres.url())) {
      if (atRelease) {
        watch.awaitRelease();
      }
      int longest = atRelease ? LONGEST_RELEASE_MILLIS : LONGEST_INTAKE_MILLIS;
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(longest)).toNanos());
      amidReleases += watch.isReleasing() ? 1 : 0;
    }
  }

  /** A server that outlives its database has to find it again by itself. */
  private void strike(Path folder, OutsidePostgres postgres, Senders senders, Victim victim) {
    if (victim != Victim.SERVER) {
      postgres.kill();
    }
    if (victim != Victim.POSTGRES) {
      server.kill();
    }
    kills.merge(victim, 1, Integer::sum);
    if (victim != Victim.SERVER) {
      postgres.restart();
    }
    if (victim != Victim.POSTGRES) {
      start(folder, postgres, senders);
    }
  }

  private void start(Path folder, OutsidePostgres postgres, Senders senders) {
    server = ServerProcess.start(folder, postgres.url());
    senders.to(server.address());
  }
}
