package org.saualnama.estimate;

/**
 * The difference of a share between two releases, person by person: who is in both counts with the
 * difference of both scores, a newcomer with the later one alone (STATISTICS 1.9).
 */
final class NestedScores {
  private final Shares earlier;
  private final Shares later;
  private final int option;
  private final double[] earlierExplained;
  private final double[] laterExplained;
  private double squares;
  private double plain;
  private double sum;

  /** Both over the same profiles, in the same order. */
  NestedScores(Shares earlier, Shares later, int option) {
    this.earlier = earlier;
    this.later = later;
    this.option = option;
    this.earlierExplained = explained(earlier, option);
    this.laterExplained = explained(later, option);
  }

  private static double[] explained(Shares shares, int option) {
    return new Residuals(shares.design(), shares.score(option)).explained();
  }

  double variance() {
    squares = 0;
    plain = 0;
    sum = 0;
    double p = earlier.share(option);
    double q = later.share(option);
    for (int g = 0; g < later.design().profiles(); g++) {
      add(g, earlier.chosen(option, g), later.chosen(option, g), 1 - p, 1 - q);
      add(g, others(earlier, g), others(later, g), -p, -q);
      add(g, silent(earlier, g), silent(later, g), 0, 0);
    }
    double n = later.design().sample().respondents();
    double variance = n < 2 ? 0 : n / (n - 1) * (squares - sum * sum / n);
    return variance > Score.ROUNDING * plain ? variance : 0;
  }

  private int others(Shares shares, int g) {
    return shares.answered(g) - shares.chosen(option, g);
  }

  private static int silent(Shares shares, int g) {
    return shares.design().sample().count(g) - shares.answered(g);
  }

  /** Respondents of profile {@code g} of one kind: how many there were, are, and their values. */
  private void add(int g, int before, int now, double valueBefore, double valueNow) {
    double scoreBefore =
        earlier.design().weight(g) * (valueBefore / earlier.total() - earlierExplained[g]);
    double scoreNow = later.design().weight(g) * (valueNow / later.total() - laterExplained[g]);
    double both = scoreNow - scoreBefore;
    double unexplained = later.design().weight(g) * valueNow / later.total();
    plain += now * unexplained * unexplained;
    squares += before * both * both + (now - before) * scoreNow * scoreNow;
    sum += before * both + (now - before) * scoreNow;
  }
}
