package org.saualnama.estimate;

import java.util.Optional;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;

/**
 * Reckons from answers that were randomised before they were kept back to the true ones: each was
 * kept with a known chance r, and else gave way to one of K codes, all equally likely.
 *
 * <p>A share among the kept answers then is p* = r p + (1 - r) / K, so that p = (p* - (1 - r) / K)
 * / r without bias, with the variance of p* over r squared, which already holds what the lot adds:
 * Greenberg, Abul-Ela, Simmons and Horvitz (1969, Journal of the American Statistical Association
 * 64:520-539, the unrelated question of known distribution), after Warner (1965, 60:63-69);
 * STATISTICS 2 (9). Estimates may lie outside what can be: cutting them off is for whoever shows
 * them, for it makes a bias.
 *
 * @param kept the chance r with which an answer was kept, above 0
 * @param codes how many codes K were drawn from, residuals included
 */
public record RandomisedResponse(double kept, int codes) {
  public RandomisedResponse {
    if (!(kept > 0 && kept <= 1) || codes < 1) {
      throw new IllegalArgumentException("nothing of the answers is left");
    }
  }

  /** How the answers to an item were randomised; empty if they were kept as given. */
  public static Optional<RandomisedResponse> of(Item item) {
    return item.question().strict()
        ? Optional.of(new RandomisedResponse(Question.KEPT, item.codes().size()))
        : Optional.empty();
  }

  /** The true share, without bias, for the share of one code among the kept answers. */
  public double share(double ofKept) {
    return (ofKept - (1 - kept) / codes) / kept;
  }

  /** The share among the kept answers that a true share leads to. */
  public double ofKept(double share) {
    return kept * share + (1 - kept) / codes;
  }

  /** The true mean, likewise, of values whose mean over all K codes is {@code middle}. */
  public double mean(double ofKept, double middle) {
    return (ofKept - (1 - kept) * middle) / kept;
  }

  /** The variance of {@link #share} or {@link #mean}, for that of its argument. */
  public double variance(double ofKept) {
    return ofKept / (kept * kept);
  }

  /** Likewise of standard errors. */
  public double standardError(double ofKept) {
    return ofKept / kept;
  }

  /** An interval of the same level for the true share, cut off at 0 and 1. */
  public Interval interval(Interval ofKept) {
    return new Interval(cut(share(ofKept.lower()), 0, 1), cut(share(ofKept.upper()), 0, 1));
  }

  /** How far two true shares are apart: what the lot adds to both cancels out, and t stays. */
  public Difference difference(Difference ofKept) {
    return new Difference(
        ofKept.difference() / kept,
        variance(ofKept.variance()),
        ofKept.t(),
        ofKept.degrees(),
        ofKept.pValue());
  }

  static double cut(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
