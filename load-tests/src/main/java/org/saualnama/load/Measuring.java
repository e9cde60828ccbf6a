package org.saualnama.load;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Sends crowds to a house and prints what they find; each is sent twice, first to warm it. */
record Measuring(Vertx vertx, House house, int connections, Duration each) {

  /** As fast as it answers. */
  Findings most(String what, Supplier<? extends Visit> visits)
      throws IOException, TimeoutException {
    return measure(what, crowd -> crowd.closely(visits, each));
  }

  /** At a pace of its own. */
  Findings at(String what, double perSecond, Supplier<? extends Visit> visits)
      throws IOException, TimeoutException {
    return measure(
        "%s, %,.0f arrive a second".formatted(what, perSecond),
        crowd -> crowd.openly(visits, perSecond, each));
  }

  private interface Sending {
    Findings to(Crowd crowd) throws TimeoutException;
  }

  private Findings measure(String what, Sending sending) throws IOException, TimeoutException {
    try (Crowd crowd = Crowd.connect(vertx, house.port(), connections)) {
      sending.to(crowd);
      double server = house.server().cpuSeconds();
      double postgres = house.postgres().cpuSeconds();
      Findings found = sending.to(crowd);
      Row.of(
          what,
          found,
          house.server().cpuSeconds() - server,
          house.postgres().cpuSeconds() - postgres,
          house.server().residentMegabytes());
      return found;
    }
  }
}
