package org.saualnama.disclosure;

import java.util.Optional;
import org.saualnama.estimate.Interval;
import org.saualnama.estimate.IntervalMethod;
import org.saualnama.estimate.RandomisedResponse;

/**
 * How uncertain a published share is, from what is published and from weights, which are known from
 * segments: computed from exact answers it would be a second look at them, without noise. The noise
 * itself is part of it.
 */
final class PublicUncertainty {
  /** Of the table's noise, and of the dither. */
  private static final double NOISE = 3 + 1 / 12.0;

  private final double effective;
  private final double one;
  private final Optional<RandomisedResponse> strict;

  /**
   * Of the shares of one row.
   *
   * @param effective the effective size as it is told
   * @param one the share of one person of the noise, who weighs as much as the heaviest
   * @param strict how the answers were randomised before they were kept
   */
  PublicUncertainty(int effective, double one, Optional<RandomisedResponse> strict) {
    // Weights so unequal that they leave less than one answer leave nothing to say.
    this.effective = Math.max(1, effective);
    this.one = one;
    this.strict = strict;
  }

  /**
   * The variance of a share: of drawing the respondents, of the noise on the figures, and of the
   * lot that randomised the answers (STATISTICS 2 (8), for shares of all who answered).
   */
  double variance(double share) {
    double kept = strict.map(randomised -> randomised.ofKept(share)).orElse(share);
    double variance = kept * (1 - kept) / effective + NOISE * one * one;
    return strict.map(randomised -> randomised.variance(variance)).orElse(variance);
  }

  /**
   * The interval at 95 %.
   *
   * @param step what the share is rounded to: none or all may be up to half of it
   */
  Interval interval(double share, double step) {
    double p = Math.min(Math.max(share, step / 2), 1 - step / 2);
    Interval inner = IntervalMethod.wilson(p, p * (1 - p) / variance(p));
    return new Interval(Math.min(inner.lower(), share), Math.max(inner.upper(), share));
  }
}
