package org.saualnama.disclosure;

import java.util.List;

/** One domain of one item as anybody may see it; only disclosure control can make one. */
public final class ProtectedRow {
  private final RowKey key;
  private final int base;
  private final List<Integer> shares;

  ProtectedRow(RowKey key, int base, List<Integer> shares) {
    this.key = key;
    this.base = base;
    this.shares = List.copyOf(shares);
  }

  public RowKey key() {
    return key;
  }

  /** How many answered, to the nearest 5. */
  public int base() {
    return base;
  }

  /** Whole percent of those who answered, by the item's codes in their order. */
  public List<Integer> shares() {
    return shares;
  }
}
