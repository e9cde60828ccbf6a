package org.saualnama.disclosure;

import org.saualnama.release.Tally;
import org.saualnama.release.TallyLayout;

/** What the respondents of one domain sum to, by the places of a layout. */
final class DomainSums {
  private final Tally counts;
  private final double[] weight;
  private final double[] squares;
  private final double[] heaviest;
  private final double[] weightOf;

  DomainSums(TallyLayout layout) {
    counts = new Tally(layout);
    weight = new double[layout.items().size()];
    squares = new double[layout.items().size()];
    heaviest = new double[layout.items().size()];
    weightOf = new double[layout.cells().size()];
  }

  /** Adds a profile whose respondents weigh {@code each}. */
  void add(Tally tally, double each) {
    counts.add(tally);
    for (int item = 0; item < weight.length; item++) {
      int answered = tally.answered(item);
      weight[item] += each * answered;
      squares[item] += each * each * answered;
      heaviest[item] = Math.max(heaviest[item], answered == 0 ? 0 : each);
    }
    for (int cell = 0; cell < weightOf.length; cell++) {
      weightOf[cell] += each * tally.chosen(cell);
    }
  }

  Tally counts() {
    return counts;
  }

  double weight(int item) {
    return weight[item];
  }

  double squares(int item) {
    return squares[item];
  }

  /** The greatest weight of one respondent. */
  double heaviest(int item) {
    return heaviest[item];
  }

  double weightOf(int cell) {
    return weightOf[cell];
  }
}
