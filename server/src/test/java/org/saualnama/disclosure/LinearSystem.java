package org.saualnama.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * All that somebody knows, as linear equations: how many people of each block chose an option, and
 * figures that are sums of blocks with noise. The best linear estimate of one person's answer, and
 * Bayes' rule after it.
 */
final class LinearSystem {
  private record Equation(BitSet blocks, List<Double> counts, double variance) {}

  private final double[] prior;
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Equation> equations = new ArrayList<>();

  LinearSystem(double[] prior) {
    this.prior = prior.clone();
  }

  /** So many people of whom no figure holds some without the others. */
  int block(int people) {
    sizes.add(people);
    return sizes.size() - 1;
  }

  /**
   * A figure.
   *
   * @param counts by option, what is known of others already taken off; NaN if not told
   */
  void add(BitSet blocks, double[] counts, double variance) {
    equations.add(new Equation(blocks, Arrays.stream(counts).boxed().toList(), variance));
  }

  /** What is believed of each target, a block of one person. */
  List<double[]> beliefs(List<Integer> targets) {
    List<double[]> evidence = new ArrayList<>();
    targets.forEach(target -> evidence.add(new double[prior.length]));
    for (int option = 0; option < prior.length; option++) {
      int k = option;
      List<Equation> told =
          equations.stream().filter(e -> !Double.isNaN(e.counts().get(k))).toList();
      double[][] factor = cholesky(covariance(told, k));
      double[] rest = solve(factor, told.stream().mapToDouble(e -> rest(e, k)).toArray());
      for (int t = 0; t < targets.size(); t++) {
        int target = targets.get(t);
        double[] held = told.stream().mapToDouble(e -> e.blocks().get(target) ? 1 : 0).toArray();
        double[] solved = solve(factor, held);
        // Without the target's own variance (Sherman and Morrison), and from none to one.
        double own = 1 - prior[k] * (1 - prior[k]) * dot(held, solved);
        double information = dot(held, solved) / own;
        double score = dot(held, rest) / own + prior[k] * information;
        evidence.get(t)[k] = score - information / 2;
      }
    }
    return evidence.stream().map(this::posterior).toList();
  }

  private double rest(Equation equation, int option) {
    return equation.counts().get(option)
        - prior[option] * equation.blocks().stream().map(sizes::get).sum();
  }

  private double[][] covariance(List<Equation> told, int option) {
    double one = prior[option] * (1 - prior[option]);
    double[][] covariance = new double[told.size()][told.size()];
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j <= i; j++) {
        BitSet both = (BitSet) told.get(i).blocks().clone();
        both.and(told.get(j).blocks());
        covariance[i][j] = one * both.stream().map(sizes::get).sum();
      }
      covariance[i][i] += told.get(i).variance();
    }
    return covariance;
  }

  private double[] posterior(double[] evidence) {
    double most = Arrays.stream(evidence).max().orElseThrow();
    double[] belief = new double[prior.length];
    Arrays.setAll(belief, k -> prior[k] * Math.exp(evidence[k] - most));
    double sum = Arrays.stream(belief).sum();
    return Arrays.stream(belief).map(one -> one / sum).toArray();
  }

  private static double[][] cholesky(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
      }
    }
    return a;
  }

  private static double[] solve(double[][] factor, double[] right) {
    double[] x = right.clone();
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= factor[i][k] * x[k];
      }
      x[i] /= factor[i][i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < x.length; k++) {
        x[i] -= factor[k][i] * x[k];
      }
      x[i] /= factor[i][i];
    }
    return x;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
