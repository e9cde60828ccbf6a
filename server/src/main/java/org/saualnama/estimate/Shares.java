package org.saualnama.estimate;

import java.util.Arrays;
import java.util.Optional;
import org.saualnama.weighting.Kish;

/** The shares of one item's options in one domain. */
public final class Shares {
  private final Design design;
  private final Counts counts;
  private final Domain domain;
  private final int[] profiles;
  private final long n;
  private final double total;
  private final double kish;

  private Shares(Design design, Counts counts, Domain domain) {
    this.design = design;
    this.counts = counts;
    this.domain = domain;
    this.profiles = counts.answerers(domain);
    int[] answered = Arrays.stream(profiles).map(counts::answered).toArray();
    double[] weights = Arrays.stream(profiles).mapToDouble(design::weight).toArray();
    double sum = 0;
    for (int i = 0; i < profiles.length; i++) {
      sum += weights[i] * answered[i];
    }
    this.n = Arrays.stream(answered).asLongStream().sum();
    this.total = sum;
    this.kish = Kish.effectiveSize(weights, answered);
  }

  /** Empty if nobody of {@code domain} answered, or only people of no weight. */
  public static Optional<Shares> of(Design design, Counts counts, Domain domain) {
    Shares shares = new Shares(design, counts, domain);
    return shares.total > 0 ? Optional.of(shares) : Optional.empty();
  }

  /** How many answered, unweighted. */
  public long n() {
    return n;
  }

  /** Their weights, summed. */
  double total() {
    return total;
  }

  Design design() {
    return design;
  }

  public Share of(int option) {
    long chose = 0;
    for (int g : profiles) {
      chose += counts.chosen(option, g);
    }
    double share = share(option);
    double variance = score(option, share).variance(design);
    return new Share(n, chose, design.sample().respondents(), share, variance, kish);
  }

  int answered(int g) {
    return domain.has(g) ? counts.answered(g) : 0;
  }

  int chosen(int option, int g) {
    return domain.has(g) ? counts.chosen(option, g) : 0;
  }

  double share(int option) {
    double sum = 0;
    for (int g : profiles) {
      sum += design.weight(g) * counts.chosen(option, g);
    }
    return Math.min(1, sum / total);
  }

  Score score(int option) {
    return score(option, share(option));
  }

  /** u = (1 - p) / W for those who chose it, -p / W for the others who answered. */
  private Score score(int option, double p) {
    Score score = new Score(profiles);
    for (int i = 0; i < profiles.length; i++) {
      int chosen = counts.chosen(option, profiles[i]);
      int others = counts.answered(profiles[i]) - chosen;
      score.add(i, chosen, (1 - p) / total).add(i, others, -p / total);
    }
    return score;
  }
}
