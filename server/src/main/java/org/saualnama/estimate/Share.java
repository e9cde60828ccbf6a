package org.saualnama.estimate;

import java.util.OptionalDouble;

/**
 * The weighted share of one option among those of a domain who answered (STATISTICS 1.6, 1.7,
 * 1.10).
 *
 * @param n how many answered, unweighted
 * @param chose how many of them chose it, unweighted
 * @param respondents of the whole sample
 * @param share between 0 and 1
 * @param variance linearised
 * @param kish the effective sample size by the weights alone
 */
public record Share(
    long n, long chose, long respondents, double share, double variance, double kish) {

  public double standardError() {
    return Math.sqrt(variance);
  }

  /** Whether all or none chose it: then the variance says nothing. */
  public boolean isUnanimous() {
    return chose == 0 || chose == n;
  }

  /** The variance over that of an equally weighted random sample of this size. */
  public OptionalDouble designEffect() {
    return isUnanimous() || n < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(variance / (share * (1 - share) / (n - 1)));
  }

  /** The size of a simple random sample with this variance; by the weights where all agree. */
  public double effectiveSize() {
    return isUnanimous() || variance <= 0 ? kish : share * (1 - share) / variance;
  }
}
