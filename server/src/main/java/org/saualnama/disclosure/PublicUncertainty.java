package org.saualnama.disclosure;

import org.saualnama.estimate.Interval;
import org.saualnama.estimate.IntervalMethod;

/**
 * How uncertain a published share is, from nothing but what is published: computed from exact
 * answers it would be a second look at them, without noise. The noise itself is part of it.
 */
final class PublicUncertainty {
  /** Of the table's noise, and of the dither. */
  private static final double NOISE = 3 + 1 / 12.0;

  private final double effective;
  private final int options;
  private final boolean multiple;

  /**
   * Of the shares of one row.
   *
   * @param effective the effective size as it is told
   * @param options how many options the item has
   * @param multiple whether several could be chosen
   */
  PublicUncertainty(int effective, int options, boolean multiple) {
    // Weights so unequal that they leave less than one answer leave nothing to say.
    this.effective = Math.max(1, effective);
    this.options = options;
    this.multiple = multiple;
  }

  /** The variance of a share: of drawing the respondents, and of the noise on the figures. */
  double variance(double share) {
    double p = share;
    double noise = NOISE / (effective * effective);
    double spread = multiple ? 1 : (1 - p) * (1 - p) + (options - 1) * p * p;
    return p * (1 - p) / effective + noise * spread;
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
