package org.saualnama.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** What a release of many newcomers takes, and what it leaves of the intake. */
record Cut(House house, Respondents respondents, Measuring measuring, int newcomers) {
  private static final Duration STEP = Duration.ofSeconds(2);
  private static final String UNDER_WAY =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE state <> 'idle' AND query NOT LIKE '%pg_stat_activity%'
        AND query LIKE '%DELETE FROM submission%'""";

  void run() throws IOException, SQLException, InterruptedException, TimeoutException {
    house.open(false);
    house.shut();
    Sql sql = new Sql(house.database());
    new Box(sql, house.secret(), respondents).fill(newcomers);
    house.open(false);
    Asking asking = new Asking(respondents);
    try (Crowd crowd = Crowd.connect(measuring.vertx(), house.port(), measuring.connections())) {
      crowd.closely(asking::submission, STEP);
      while (sql.number(UNDER_WAY) == 0) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
      long start = System.nanoTime();
      Releases releases = new Releases(house);
      long sent = 0;
      while (releases.newest() < newcomers) {
        sent += crowd.closely(asking::submission, STEP).requests();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      Row.of(
          "a release of %,d newcomers in %,.0f profiles, amid submissions"
              .formatted(newcomers, sql.number("SELECT count(*) FROM profile")),
          Duration.ofMillis((long) (seconds * 1e3)));
      Row.of("  most memory meanwhile", house.server().mostMegabytes() + " MB");
      Row.of("  submissions a second meanwhile", "%,.0f".formatted(sent / seconds));
      Findings alone = crowd.closely(asking::submission, measuring.each());
      Row.of("  and afterwards", "%,.0f".formatted(alone.perSecond()));
    }
  }
}
