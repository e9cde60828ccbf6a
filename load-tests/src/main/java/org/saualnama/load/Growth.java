package org.saualnama.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * What is read costs at more and more responses, and how soon a server stands on them. A
 * demonstration, for otherwise a day would lie between two releases.
 */
record Growth(House house, Respondents respondents, Measuring measuring, List<Integer> sizes) {
  /** More than so many are copies of others; as few come new. */
  private static final int SEALED = 1_000_000;

  private static final int FEW = 1_000;

  void run() throws IOException, SQLException, InterruptedException, TimeoutException {
    // Makes the schema, and an installation that is a demonstration.
    house.open(true);
    house.shut();
    int before = 0;
    for (int size : sizes) {
      grow(before, size);
      reads(size);
      house.shut();
      before = size;
    }
  }

  private void grow(int before, int size) throws IOException, SQLException, InterruptedException {
    Box box = new Box(new Sql(house.database()), house.secret(), respondents);
    if (size <= SEALED) {
      box.fill(size - before);
    } else {
      box.multiply(size / before);
      box.fill(FEW);
    }
    Row.of("%,d responses: a server stands on them after".formatted(size), house.open(true));
    Row.of("  and has released them after", new Releases(house).await(size));
    Row.of("  most memory meanwhile", house.server().mostMegabytes() + " MB");
  }

  private void reads(int size) throws IOException, SQLException, TimeoutException {
    Row.head();
    for (String by : List.of("region", "age")) {
      String what = "breakdown by %s of %,d".formatted(by, size);
      Findings most = measuring.most(what, () -> Asking.breakdown(by));
      measuring.at(what, Math.min(10_000, most.perSecond() * 0.7), () -> Asking.breakdown(by));
    }
    Row.of("GROUP BY option, region in SQL", new Ceilings(house.database()).groupBy());
    PageTimes.of(house).forEach(Row::of);
  }
}
