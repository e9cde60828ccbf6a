package org.saualnama.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Whatever lies under this is never found, however few are compared. */
  private static final double LEAST = NORMAL.inverseSurvivalProbability(LEVEL / 2) - 1e-9;

  private record Comparison(int option, int higher, int lower, double z) {}

  private record Place(int row, int option) {}

  private final Map<Place, List<Integer>> below = new HashMap<>();
  private final List<Comparison> large = new ArrayList<>();
  private int compared;

  /**
   * Among rows of the same item.
   *
   * @param rows of groups that share nobody, none of them withheld
   */
  public Differences(List<ProtectedRow> rows) {
    double[][] shares = rows.stream().map(Differences::shares).toArray(double[][]::new);
    double[][] variances = rows.stream().map(Differences::variances).toArray(double[][]::new);
    for (int a = 0; a < shares.length; a++) {
      for (int b = a + 1; b < shares.length; b++) {
        for (int option = 0; option < shares[a].length; option++) {
          double difference = shares[a][option] - shares[b][option];
          compare(option, a, b, difference, variances[a][option] + variances[b][option]);
        }
      }
    }
    find();
  }

  private void compare(int option, int a, int b, double difference, double variance) {
    if (Double.isNaN(difference)) {
      return;
    }
    compared++;
    double z = Math.abs(difference) / Math.sqrt(variance);
    if (z >= LEAST) {
      large.add(new Comparison(option, difference > 0 ? a : b, difference > 0 ? b : a, z));
    }
  }

  /** Most are so far apart that Holm's correction finds them in any order; the others in turn. */
  private void find() {
    if (compared == 0) {
      return;
    }
    double sure = NORMAL.inverseSurvivalProbability(LEVEL / 2 / compared) + 1e-9;
    List<Comparison> doubtful = new ArrayList<>();
    for (Comparison one : large) {
      if (one.z() < sure) {
        doubtful.add(one);
      } else {
        add(one);
      }
    }
    doubtful.sort(Comparator.comparingDouble(Comparison::z).reversed());
    int left = compared - large.size() + doubtful.size();
    for (Comparison one : doubtful) {
      if (2 * NORMAL.survivalProbability(one.z()) * left > LEVEL) {
        break;
      }
      add(one);
      left--;
    }
    below.values().forEach(lower -> lower.sort(Comparator.naturalOrder()));
  }

  private void add(Comparison found) {
    below
        .computeIfAbsent(new Place(found.higher(), found.option()), place -> new ArrayList<>())
        .add(found.lower());
  }

  /** By option; not a number where none is told. */
  private static double[] shares(ProtectedRow row) {
    return row.shares().stream()
        .mapToDouble(share -> share.isTold() ? share.percent() / 100 : Double.NaN)
        .toArray();
  }

  /** By the intervals as they are told, which are rounded at both ends. */
  private static double[] variances(ProtectedRow row) {
    double rounding = Math.pow(10, -row.decimals());
    return row.shares().stream()
        .mapToDouble(share -> (share.high() - share.low() + rounding) / 100 / (2 * Z))
        .map(deviation -> deviation * deviation)
        .toArray();
  }

  /** The places of the rows whose share of {@code option} is below that of {@code row}. */
  public List<Integer> below(int row, int option) {
    return List.copyOf(below.getOrDefault(new Place(row, option), List.of()));
  }
}
