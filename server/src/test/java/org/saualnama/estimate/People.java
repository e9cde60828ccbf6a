package org.saualnama.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.saualnama.weighting.MarginShares;
import org.saualnama.weighting.Raking;
import org.saualnama.weighting.Sample;
import org.saualnama.weighting.TargetTotals;

/**
 * Invented respondents one by one, weighted to two margins, whose variances are reckoned as the
 * textbook has them: person by person, with regressors written out.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record People(List<Person> all, Sample sample, double[] weights, List<TargetTotals> margins) {
  static final int PROFILES = 24;
  static final int OPTIONS = 3;

  /** What somebody chose, or -1. */
  record Person(int profile, int option) {}

  static People random(long seed) {
    Random random = new Random(seed);
    List<Person> all = new ArrayList<>();
    int[] counts = new int[PROFILES];
    for (int i = 0; i < 10 * PROFILES; i++) {
      int g = i < PROFILES ? i : random.nextInt(PROFILES);
      counts[g]++;
      all.add(new Person(g, random.nextInt(OPTIONS + 1) - 1));
    }
    double[] base = random.doubles(PROFILES, 0.5, 2).toArray();
    Sample sample = new Sample(counts, base);
    List<TargetTotals> margins =
        List.of(margin(sample, random, gender()), margin(sample, random, region()));
    return new People(all, sample, Raking.weigh(sample, margins), margins);
  }

  /** Those who came first, weighted anew. */
  People firstTwoThirds() {
    List<Person> first = all.subList(0, all.size() * 2 / 3);
    int[] counts = new int[PROFILES];
    first.forEach(person -> counts[person.profile()]++);
    Sample part = new Sample(counts, sample.bases());
    Random random = new Random(first.size());
    List<TargetTotals> targets =
        List.of(margin(part, random, gender()), margin(part, random, region()));
    return new People(first, part, Raking.weigh(part, targets), targets);
  }

  private static int[] gender() {
    return IntStream.range(0, PROFILES).map(g -> g % 2).toArray();
  }

  private static int[] region() {
    return IntStream.range(0, PROFILES).map(g -> g / 2 % 4).toArray();
  }

  private static TargetTotals margin(Sample sample, Random random, int[] levelOf) {
    double[] shares = new double[Arrays.stream(levelOf).max().orElseThrow() + 1];
    for (int g = 0; g < PROFILES; g++) {
      shares[levelOf[g]] += sample.count(g) * (0.8 + 0.4 * random.nextDouble());
    }
    List<String> names = IntStream.range(0, shares.length).mapToObj(Integer::toString).toList();
    return TargetTotals.of(sample, new MarginShares("m", names, shares, levelOf));
  }

  Design calibrated() {
    return Design.calibrated(sample, weights, margins);
  }

  Design fixed() {
    return Design.fixed(sample, weights);
  }

  Counts counts() {
    int[] answered = new int[PROFILES];
    int[][] chosen = new int[OPTIONS][PROFILES];
    for (Person person : all) {
      if (person.option() >= 0) {
        answered[person.profile()]++;
        chosen[person.option()][person.profile()]++;
      }
    }
    return new Counts(answered, chosen);
  }

  double weight(Person person) {
    return weights[person.profile()];
  }

  /** The weighted sum of {@code value} over all. */
  double sum(ToDoubleFunction<Person> value) {
    return all.stream().mapToDouble(p -> weight(p) * value.applyAsDouble(p)).sum();
  }

  /** What is left of {@code u}, by person: all of it with fixed weights. */
  double[] residuals(ToDoubleFunction<Person> u, boolean calibrated) {
    double[] b = calibrated ? regression(u) : new double[columns(0).length];
    return all.stream()
        .mapToDouble(p -> u.applyAsDouble(p) - Matrices.dot(columns(p.profile()), b))
        .toArray();
  }

  /** n/(n-1) times the sum of squares about the mean of w e (STATISTICS 1.9). */
  double covariance(double[] e, double[] f) {
    int n = all.size();
    double products = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < n; i++) {
      double w = weight(all.get(i));
      products += w * e[i] * w * f[i];
      first += w * e[i];
      second += w * f[i];
    }
    return n / (n - 1.0) * (products - first * second / n);
  }

  private static double[] columns(int g) {
    double[] x = new double[5];
    x[0] = 1;
    x[1] = g % 2;
    if (g / 2 % 4 > 0) {
      x[1 + g / 2 % 4] = 1;
    }
    return x;
  }

  /** Least squares with base weights, by Gauss and Jordan. */
  private double[] regression(ToDoubleFunction<Person> u) {
    int k = columns(0).length;
    double[][] a = new double[k][k + 1];
    for (Person person : all) {
      double[] x = columns(person.profile());
      double base = sample.base(person.profile());
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          a[i][j] += base * x[i] * x[j];
        }
        a[i][k] += base * x[i] * u.applyAsDouble(person);
      }
    }
    for (int i = 0; i < k; i++) {
      for (int row = 0; row < k; row++) {
        double factor = a[row][i] / a[i][i];
        for (int j = 0; j <= k && row != i; j++) {
          a[row][j] -= factor * a[i][j];
        }
      }
    }
    return IntStream.range(0, k).mapToDouble(i -> a[i][k] / a[i][i]).toArray();
  }
}
