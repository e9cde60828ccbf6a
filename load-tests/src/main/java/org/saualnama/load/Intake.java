package org.saualnama.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.OptionalDouble;
import java.util.concurrent.TimeoutException;

/** Submissions by the API, beside single-row inserts of as many bytes by pgbench. */
record Intake(House house, Respondents respondents, Measuring measuring) {

  void run() throws IOException, SQLException, TimeoutException {
    house.open(false);
    Asking asking = new Asking(respondents);
    Ceilings ceilings = new Ceilings(house.database());
    Row.head();
    Findings most = measuring.most("submissions, as fast as it answers", asking::submission);
    measuring.at("submissions", most.perSecond() * 0.7, asking::submission);
    int bytes = ceilings.bytesOfASubmission();
    OptionalDouble inserts = ceilings.inserts(bytes, measuring.each());
    if (inserts.isPresent()) {
      Row.of(
          "pgbench, inserts of %d bytes a second".formatted(bytes),
          "%,.0f".formatted(inserts.getAsDouble()));
      Row.of("submissions to inserts", "%.2f".formatted(most.perSecond() / inserts.getAsDouble()));
    }
  }
}
