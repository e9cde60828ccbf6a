package org.saualnama.estimate;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** How an interval is made of a share and its variance, at the level 95 % (STATISTICS 1.11). */
public enum IntervalMethod {
  /** On the logit scale, with t; none where all or none chose. */
  LOGIT {
    @Override
    Optional<Interval> compute(Share share) {
      if (share.isUnanimous()) {
        return Optional.empty();
      }
      double p = share.share();
      double half = t(share.n() - 1) * share.standardError() / (p * (1 - p));
      double logit = Math.log(p / (1 - p));
      return Optional.of(new Interval(expit(logit - half), expit(logit + half)));
    }
  },

  /**
   * Korn and Graubard (1998, Survey Methodology 24:193-201): Clopper-Pearson at the effective size.
   */
  BETA {
    @Override
    Optional<Interval> compute(Share share) {
      double ratio = t(share.respondents() - 1) / t(share.n() - 1);
      double m = share.effectiveSize() * ratio * ratio;
      double p = share.share();
      double lower = share.chose() == 0 ? 0 : beta(TAIL, m * p, m * (1 - p) + 1);
      double upper = share.chose() == share.n() ? 1 : beta(1 - TAIL, m * p + 1, m * (1 - p));
      return Optional.of(new Interval(lower, upper));
    }
  },

  /** Wilson (1927, JASA 22:209-212) at the effective size. */
  WILSON {
    @Override
    Optional<Interval> compute(Share share) {
      return Optional.of(wilson(share.share(), share.effectiveSize()));
    }
  },

  /** Wilson at the smaller of both effective sizes: the one whose coverage held in simulation. */
  DEFAULT {
    @Override
    Optional<Interval> compute(Share share) {
      return Optional.of(wilson(share.share(), Math.min(share.effectiveSize(), share.kish())));
    }
  };

  private static final double TAIL = 0.025;
  private static final double Z =
      NormalDistribution.of(0, 1).inverseCumulativeProbability(1 - TAIL);

  abstract Optional<Interval> compute(Share share);

  /** Empty for fewer than two answers, no weight at all, or where the method has no answer. */
  public Optional<Interval> of(Share share) {
    return share.n() < 2 || !(share.effectiveSize() > 0) ? Optional.empty() : compute(share);
  }

  /** As it is written in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Interval wilson(double p, double m) {
    double square = Z * Z;
    double half = Z * Math.sqrt(p * (1 - p) / m + square / (4 * m * m));
    double middle = p + square / (2 * m);
    double scale = 1 + square / m;
    return new Interval(Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale));
  }

  private static double t(long degrees) {
    return TDistribution.of((double) degrees).inverseSurvivalProbability(TAIL);
  }

  private static double beta(double probability, double alpha, double beta) {
    return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(probability);
  }

  private static double expit(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
