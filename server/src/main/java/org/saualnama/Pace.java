package org.saualnama;

import java.util.function.UnaryOperator;
import org.saualnama.postgres.PgInstallation.Installation;
import org.saualnama.survey.ReleasePolicy;

/**
 * How often a node looks of its own accord, in milliseconds.
 *
 * @param pollMillis for news of other nodes that it was not told
 * @param lookMillis whether a release is due
 */
record Pace(long pollMillis, long lookMillis) {

  /** A demonstration's releases come at once. */
  static Pace of(Config config) {
    return new Pace(15_000, config.isDemo() ? 500 : 10_000);
  }

  /** The pace of releases. */
  static UnaryOperator<ReleasePolicy> ofReleases(Installation installation) {
    return policy -> installation.demo() ? ReleasePolicy.DEMO : policy;
  }
}
