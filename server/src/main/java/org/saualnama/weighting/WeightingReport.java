package org.saualnama.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a release was weighted, for those who may see exact figures.
 *
 * @param margins what each level was to sum to, and what it does
 * @param least the smallest weight, the mean being 1
 * @param effectiveSize by Kish
 * @param designEffect respondents over the effective size
 */
public record WeightingReport(
    List<Level> margins,
    List<Uncovered> uncovered,
    long respondents,
    double least,
    double median,
    double greatest,
    double effectiveSize,
    double designEffect) {

  /** A category of a margin. */
  public record Level(
      String margin, String level, double unweighted, double wanted, double reached) {}

  /** Categories of a margin that nobody has, and their share of the population. */
  public record Uncovered(String margin, List<String> categories, double share) {}

  /** Of {@code weights} that are to meet {@code margins}. */
  public static WeightingReport of(Sample sample, List<TargetTotals> margins, double[] weights) {
    int[] counts = IntStream.range(0, sample.profiles()).map(sample::count).toArray();
    long n = sample.respondents();
    double mean = n == 0 ? 1 : sample.total(weights) / n;
    double effective = Kish.effectiveSize(weights, counts);
    int[] order = ascending(weights, counts);
    return new WeightingReport(
        levels(sample, margins, weights),
        margins.stream()
            .filter(margin -> !margin.uncovered().isEmpty())
            .map(
                margin -> new Uncovered(margin.name(), margin.uncovered(), margin.uncoveredShare()))
            .toList(),
        n,
        n == 0 ? 0 : weights[order[0]] / mean,
        n == 0 ? 0 : weights[median(order, counts, n)] / mean,
        n == 0 ? 0 : weights[order[order.length - 1]] / mean,
        effective,
        effective > 0 ? n / effective : 0);
  }

  private static List<Level> levels(Sample sample, List<TargetTotals> margins, double[] weights) {
    double[] ones = new double[weights.length];
    Arrays.fill(ones, 1);
    List<Level> levels = new ArrayList<>();
    for (TargetTotals margin : margins) {
      double[] unweighted = margin.reached(sample, ones);
      double[] reached = margin.reached(sample, weights);
      for (int i = 0; i < reached.length; i++) {
        if (margin.total(i) > 0) {
          levels.add(
              new Level(
                  margin.name(), margin.level(i), unweighted[i], margin.total(i), reached[i]));
        }
      }
    }
    return levels;
  }

  /** The profiles that somebody has, by weight. */
  private static int[] ascending(double[] weights, int[] counts) {
    return IntStream.range(0, weights.length)
        .filter(g -> counts[g] > 0)
        .boxed()
        .sorted((a, b) -> Double.compare(weights[a], weights[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int median(int[] order, int[] counts, long n) {
    long seen = 0;
    for (int g : order) {
      seen += counts[g];
      if (2 * seen >= n) {
        return g;
      }
    }
    throw new IllegalStateException("the counts sum to n");
  }
}
