package org.saualnama.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * While a broadcast names the survey: of a hundred who come, ten walk through the form, ten send
 * through a newsroom's own page, and eighty look at figures.
 */
record Peak(House house, Respondents respondents, Measuring measuring) {
  private static final int RELEASED = 10_000;

  void run() throws IOException, SQLException, InterruptedException, TimeoutException {
    house.open(false);
    new Box(new Sql(house.database()), house.secret(), respondents).fill(RELEASED);
    new Releases(house).await(RELEASED);
    Asking asking = new Asking(respondents);
    Walking walking = new Walking(respondents);
    int[] turn = {0};
    Supplier<Visit> anybody =
        () ->
            switch (turn[0]++ % 10) {
              case 0 -> walking.next();
              case 1 -> asking.submission();
              default -> Asking.breakdown(turn[0] % 2 == 0 ? "region" : "age");
            };
    Row.head();
    Findings most = measuring.most("all kinds, as fast as it answers", anybody);
    measuring.at("all kinds", most.perSecond() * 0.7, anybody);
  }
}
