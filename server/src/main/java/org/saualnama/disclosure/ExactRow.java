package org.saualnama.disclosure;

import org.saualnama.survey.Item;

/** One item in one domain before protection; nothing of it may leave this package. */
final class ExactRow {
  private final RowKey key;
  private final Item item;
  private final Domain domain;
  private final DomainSums sums;
  private final int place;
  private final int[] cells;
  private final int[] deciders;

  /**
   * A view of sums.
   *
   * @param place of the item in them
   * @param cells the places of its codes
   * @param deciders the places of the items asked of all that decide who is asked it; its own if it
   *     is asked of all itself
   */
  ExactRow(
      String collector,
      Item item,
      Domain domain,
      DomainSums sums,
      int place,
      int[] cells,
      int[] deciders) {
    this.key = new RowKey(collector, item.code(), domain.names());
    this.item = item;
    this.domain = domain;
    this.sums = sums;
    this.place = place;
    this.cells = cells;
    this.deciders = deciders;
  }

  RowKey key() {
    return key;
  }

  Item item() {
    return item;
  }

  Domain domain() {
    return domain;
  }

  /** How many answered. */
  int answered() {
    return sums.counts().answered(place);
  }

  /**
   * Of the record keys, modulo 2^64, of those who answered; of a conditional question together with
   * {@link #decidersKeySum}, or equal noise in two groups would show that nobody more was asked in
   * one of them.
   */
  long keySum() {
    long own = sums.counts().keySum(place);
    return isAskedOfAll() ? own : own + decidersKeySum();
  }

  /** Of the record keys of those who answered what is asked of all. */
  long decidersKeySum() {
    long sum = 0;
    for (int decider : deciders) {
      sum += sums.counts().keySum(decider);
    }
    return sum;
  }

  private boolean isAskedOfAll() {
    return deciders[0] == place;
  }

  /** What those who answered weigh together. */
  double weight() {
    return sums.weight(place);
  }

  /** How many chose the item's code at {@code k}. */
  int chosen(int k) {
    return sums.counts().chosen(cells[k]);
  }

  /** What those weigh. */
  double weightOf(int k) {
    return sums.weightOf(cells[k]);
  }

  /** Sum of squares over sum: what one of them weighs as far as variance is concerned. */
  double scale() {
    return sums.squares(place) / weight();
  }

  /** What the heaviest weighs of those who answered it or what is asked of all. */
  double heaviest() {
    return Math.max(sums.heaviest(place), sums.heaviest(deciders[0]));
  }

  /** The same as a part of the mean weight of those who answered what is asked of all. */
  double heaviestOfMean() {
    return heaviest() * sums.counts().answered(deciders[0]) / sums.weight(deciders[0]);
  }

  /**
   * The effective size by Kish as a part of the size, for those who answered what is asked of all:
   * of those who were asked it would tell which weights they have, and so who they are.
   */
  double efficiency() {
    int asked = deciders[0];
    double weight = sums.weight(asked);
    return weight * weight / sums.squares(asked) / sums.counts().answered(asked);
  }
}
