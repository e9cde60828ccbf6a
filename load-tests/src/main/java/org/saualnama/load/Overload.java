package org.saualnama.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.saualnama.load.Arrivals.Pace;

/**
 * Twice as many submissions as the server can take: what becomes of them, how soon it is over when
 * half as many come, and whether the books balance.
 */
record Overload(House house, Respondents respondents, Measuring measuring, Duration duration) {
  private static final int MOST_CONNECTIONS = 6_000;
  private static final int MOST_TRIES = 8;
  private static final double STILL_FASTER = 1.1;
  private static final Duration BEFORE = Duration.ofSeconds(10);
  private static final Duration AFTER = Duration.ofSeconds(20);

  /** Where the first seconds of a new crowd's connections are left out. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  void run() throws IOException, SQLException, TimeoutException {
    house.open(false);
    Asking asking = new Asking(respondents);
    Row.head();
    double most = most(asking);
    double half = most / 2;
    double twice = most * 2;
    Sql sql = new Sql(house.database());
    double before = receipts(sql);
    int connections = (int) Math.min(MOST_CONNECTIONS, twice);
    try (Crowd crowd = Crowd.connect(measuring.vertx(), house.port(), connections)) {
      Arrivals arrivals =
          new Arrivals(new Pace(half, BEFORE), new Pace(twice, duration), new Pace(half, AFTER));
      Timeline told = crowd.openly(asking::submission, arrivals, new Timeline(arrivals.start()));
      print(told, half, twice, connections);
      Row.of("left before there was a connection for them", "%,d".formatted(arrivals.left()));
      Row.of(
          "acknowledged, and receipts in the database",
          "%,d, %,.0f".formatted(all(told).counted(), receipts(sql) - before));
      Row.of(
          "receipts less submissions and responses",
          "%,.0f"
              .formatted(
                  sql.number(
                      "SELECT (SELECT count(*) FROM receipt) - (SELECT count(*) FROM submission)"
                          + " - (SELECT count(*) FROM response)")));
      Row.of("failures besides", told.failures());
    }
  }

  /** A server that is still getting faster can take more than it seems. */
  private double most(Asking asking) throws IOException, TimeoutException {
    double before = 0;
    double most = 0;
    for (int i = 0; i < MOST_TRIES && most >= before * STILL_FASTER; i++) {
      before = most;
      most = measuring.most("submissions, as fast as it answers", asking::submission).perSecond();
    }
    return Math.max(before, most);
  }

  private void print(Timeline told, double half, double twice, int connections) {
    Duration end = BEFORE.plus(duration);
    Timeline.Part calm = told.between(SETTLED, BEFORE);
    Row.of("connections", Integer.toString(connections));
    print("half of it, before", half, BEFORE.minus(SETTLED), calm);
    print("twice of it", twice, duration, told.between(BEFORE, end));
    print("half of it, after", half, AFTER, told.between(end, end.plus(AFTER)));
    Row.of("as before again (p99 at most twice) after", told.calmAfter(end, 2 * calm.millisAt(99)));
  }

  private static void print(String what, double rate, Duration time, Timeline.Part part) {
    double seconds = time.toMillis() / 1e3;
    System.out.printf(
        "%s, %,.0f arrive a second: %,.0f counted and %,.0f refused a second; counted after p50"
            + " %.1f, p99 %.1f, p99.9 %.1f ms, since they were sent %.1f, %.1f, %.1f ms; refused after p50 %.1f, p99 %.1f ms; sent late by"
            + " p50 %.1f, p99 %.1f ms; %s%n",
        what,
        rate,
        part.counted() / seconds,
        part.refused() / seconds,
        part.millisAt(50),
        part.millisAt(99),
        part.millisAt(99.9),
        part.servedMillisAt(50),
        part.servedMillisAt(99),
        part.servedMillisAt(99.9),
        part.refusedMillisAt(50),
        part.refusedMillisAt(99),
        part.lateMillisAt(50),
        part.lateMillisAt(99),
        part.byStatus());
  }

  private static Timeline.Part all(Timeline told) {
    return told.between(Duration.ZERO, Duration.ofHours(1));
  }

  private static double receipts(Sql sql) throws SQLException {
    return sql.number("SELECT count(*) FROM receipt");
  }
}
