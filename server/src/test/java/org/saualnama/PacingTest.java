package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.saualnama.postgres.PgInstallation.Installation;
import org.saualnama.survey.ReleasePolicy;

/** At whose pace releases are cut. */
final class PacingTest {
  private static final ReleasePolicy ASKED = new ReleasePolicy(100, 0.25, Duration.ofHours(24));

  @Test
  void onlyAnInstallationThatIsADemonstrationForGoodIsFast() {
    assertSame(ASKED, Pace.ofReleases(new Installation("epoch", false)).apply(ASKED));
    assertEquals(ReleasePolicy.DEMO, Pace.ofReleases(new Installation("epoch", true)).apply(ASKED));
  }
}
