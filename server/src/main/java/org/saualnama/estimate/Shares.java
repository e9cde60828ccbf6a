package org.saualnama.estimate;

import java.util.Optional;
import java.util.stream.IntStream;
import org.saualnama.weighting.Kish;

/** The shares of one item's options in one domain. */
public final class Shares {
  private final Design design;
  private final Counts counts;
  private final Domain domain;
  private final long n;
  private final double total;
  private final double kish;

  private Shares(Design design, Counts counts, Domain domain, long n, double total, double kish) {
    this.design = design;
    this.counts = counts;
    this.domain = domain;
    this.n = n;
    this.total = total;
    this.kish = kish;
  }

  /** Empty if nobody of {@code domain} answered, or only people of no weight. */
  public static Optional<Shares> of(Design design, Counts counts, Domain domain) {
    int profiles = design.profiles();
    int[] answered =
        IntStream.range(0, profiles).map(g -> domain.has(g) ? counts.answered(g) : 0).toArray();
    double[] weights = IntStream.range(0, profiles).mapToDouble(design::weight).toArray();
    double total = 0;
    long n = 0;
    for (int g = 0; g < profiles; g++) {
      total += weights[g] * answered[g];
      n += answered[g];
    }
    return total > 0
        ? Optional.of(
            new Shares(design, counts, domain, n, total, Kish.effectiveSize(weights, answered)))
        : Optional.empty();
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
    for (int g = 0; g < design.profiles(); g++) {
      chose += chosen(option, g);
    }
    return new Share(
        n,
        chose,
        design.sample().respondents(),
        share(option),
        score(option).variance(design),
        kish);
  }

  int answered(int g) {
    return domain.has(g) ? counts.answered(g) : 0;
  }

  int chosen(int option, int g) {
    return domain.has(g) ? counts.chosen(option, g) : 0;
  }

  double share(int option) {
    double sum = 0;
    for (int g = 0; g < design.profiles(); g++) {
      sum += design.weight(g) * chosen(option, g);
    }
    return Math.min(1, sum / total);
  }

  /** u = (1 - p) / W for those who chose it, -p / W for the others who answered. */
  Score score(int option) {
    double p = share(option);
    Score score = new Score(design.profiles());
    for (int g = 0; g < design.profiles(); g++) {
      int chosen = chosen(option, g);
      score.add(g, chosen, (1 - p) / total).add(g, answered(g) - chosen, -p / total);
    }
    return score;
  }
}
