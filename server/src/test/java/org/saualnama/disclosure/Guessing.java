package org.saualnama.disclosure;

import java.util.Arrays;

/**
 * What figures tell somebody who knows how the noise is made, but not the secret: Bayes' rule, with
 * the answers of everybody as what is believed before.
 */
final class Guessing {
  private static final int LAST = 60;
  private static final int WIDEST = 5;
  private static final double NEVER = -1e9;

  private final double[] prior;
  private final double[][] chance = new double[LAST + 1][LAST + 1 + WIDEST];

  Guessing(int[] answers, int options) {
    prior = new double[options];
    Arrays.stream(answers).forEach(answer -> prior[answer] += 1.0 / answers.length);
    for (int count = 0; count <= LAST; count++) {
      for (int u16 = 0; u16 < 1 << 16; u16 += 1) {
        int published = count + PerturbationTable.shipped().noise(count, u16);
        chance[count][published] += 1.0 / (1 << 16);
      }
    }
  }

  /** By option, how much likelier two figures are if the one person between them chose it. */
  double[] pair(int[] with, int[] without) {
    double[] told = new double[prior.length];
    for (int option = 0; option < told.length; option++) {
      // Rows of large counts are all alike, so only the distance matters there.
      int shift = Math.max(0, Math.min(with[option], without[option]) - 30);
      int a = with[option] - shift;
      int b = without[option] - shift;
      boolean possible = a <= LAST && b <= LAST;
      double same = 1e-300;
      double more = 1e-300;
      for (int count = 0; count <= LAST && possible; count++) {
        same += chance[count][a] * chance[count][b];
        more += count > 0 ? chance[count][a] * chance[count - 1][b] : 0;
      }
      told[option] = Math.log(more) - Math.log(same);
    }
    return told;
  }

  /** The same for keys under which the figures of all other options are equal. */
  double[] identical(int[] with, int[] without) {
    double[] told = new double[prior.length];
    Arrays.fill(told, NEVER);
    for (int option = 0; option < told.length; option++) {
      boolean others = true;
      for (int other = 0; other < told.length; other++) {
        others &= other == option || with[other] == without[other];
      }
      if (others) {
        told[option] = pair(with, without)[option];
      }
    }
    return Arrays.stream(told).allMatch(one -> one == NEVER) ? new double[told.length] : told;
  }

  /** What is believed afterwards. */
  double[] posterior(double[] evidence) {
    double[] belief = new double[prior.length];
    double most = Arrays.stream(evidence).max().orElseThrow();
    double sum = 0;
    for (int option = 0; option < belief.length; option++) {
      belief[option] = prior[option] * Math.exp(evidence[option] - most);
      sum += belief[option];
    }
    double all = sum;
    return Arrays.stream(belief).map(one -> one / all).toArray();
  }
}
