package org.saualnama.disclosure;

import org.saualnama.release.Tally;
import org.saualnama.release.TallyLayout;

/** What the respondents of one domain sum to, by the places of a layout. */
final class DomainSums {
  private final Tally counts;
  private final double[] weight;
  private final double[] squares;
  private final double[] weightOf;
  private double weightOfAll;
  private double squaresOfAll;

  DomainSums(TallyLayout layout) {
    counts = new Tally(layout);
    weight = new double[layout.items().size()];
    squares = new double[layout.items().size()];
    weightOf = new double[layout.cells().size()];
  }

  /** Adds a profile whose respondents weigh {@code each}. */
  void add(Tally tally, double each) {
    counts.add(tally);
    weightOfAll += each * tally.respondents();
    squaresOfAll += each * each * tally.respondents();
    for (int item = 0; item < weight.length; item++) {
      int answered = tally.answered(item);
      weight[item] += each * answered;
      squares[item] += each * each * answered;
    }
    for (int cell = 0; cell < weightOf.length; cell++) {
      weightOf[cell] += each * tally.chosen(cell);
    }
  }

  Tally counts() {
    return counts;
  }

  /** The effective size by Kish of all respondents, whatever they answered, as a part of theirs. */
  double efficiency() {
    return weightOfAll * weightOfAll / squaresOfAll / counts.respondents();
  }

  double weight(int item) {
    return weight[item];
  }

  double squares(int item) {
    return squares[item];
  }

  double weightOf(int cell) {
    return weightOf[cell];
  }
}
