package org.saualnama.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Which groups of one table differ, from their published figures alone: at 5 % over all comparisons
 * of the table (Holm 1979, Scandinavian Journal of Statistics 6:65-70). Only whether they do is
 * told: a p-value has many digits, each a function of the figures.
 */
public final class Differences {
  private static final double LEVEL = 0.05;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** An interval at 95 % reaches so many standard errors to either side. */
  private static final double Z = NORMAL.inverseSurvivalProbability(0.025);

  private record Comparison(int option, int higher, int lower, double chance) {}

  private final List<Comparison> found = new ArrayList<>();

  /**
   * Among rows of the same item.
   *
   * @param rows of groups that share nobody, none of them withheld
   */
  public Differences(List<ProtectedRow> rows) {
    List<Comparison> all = new ArrayList<>();
    for (int a = 0; a < rows.size(); a++) {
      for (int b = a + 1; b < rows.size(); b++) {
        compare(rows, a, b, all);
      }
    }
    all.sort(Comparator.comparingDouble(Comparison::chance));
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).chance() * (all.size() - i) > LEVEL) {
        break;
      }
      found.add(all.get(i));
    }
  }

  private static void compare(List<ProtectedRow> rows, int a, int b, List<Comparison> all) {
    for (int option = 0; option < rows.get(a).shares().size(); option++) {
      ProtectedShare one = rows.get(a).shares().get(option);
      ProtectedShare other = rows.get(b).shares().get(option);
      if (one.isTold() && other.isTold()) {
        double variance = variance(rows.get(a), one) + variance(rows.get(b), other);
        double difference = (one.percent() - other.percent()) / 100;
        double chance = 2 * NORMAL.survivalProbability(Math.abs(difference) / Math.sqrt(variance));
        all.add(new Comparison(option, difference > 0 ? a : b, difference > 0 ? b : a, chance));
      }
    }
  }

  /** By the interval as it is told, which is rounded at both ends. */
  private static double variance(ProtectedRow row, ProtectedShare share) {
    double rounding = Math.pow(10, -row.decimals());
    double deviation = (share.high() - share.low() + rounding) / 100 / (2 * Z);
    return deviation * deviation;
  }

  /** The places of the rows whose share of {@code option} is below that of {@code row}. */
  public List<Integer> below(int row, int option) {
    return found.stream()
        .filter(comparison -> comparison.option() == option && comparison.higher() == row)
        .map(Comparison::lower)
        .sorted()
        .toList();
  }
}
