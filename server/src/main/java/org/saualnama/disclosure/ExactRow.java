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

  /**
   * A view of sums.
   *
   * @param place of the item in them
   * @param cells the places of its codes
   */
  ExactRow(String collector, Item item, Domain domain, DomainSums sums, int place, int[] cells) {
    this.key = new RowKey(collector, item.code(), domain.names());
    this.item = item;
    this.domain = domain;
    this.sums = sums;
    this.place = place;
    this.cells = cells;
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

  /** Of the record keys of those who answered, modulo 2^64. */
  long keySum() {
    return sums.counts().keySum(place);
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

  /** Sum of squares over sum: what one of them weighs, as far as noise is concerned. */
  double scale() {
    return sums.squares(place) / weight();
  }

  /**
   * The effective size by Kish as a part of the size, of all in the domain: of those alone who are
   * asked after a certain answer, it would tell whether somebody of great weight is among them.
   */
  double efficiency() {
    return sums.efficiency();
  }
}
