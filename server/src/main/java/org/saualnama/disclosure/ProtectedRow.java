package org.saualnama.disclosure;

import java.util.List;

/** One domain of one item as anybody may see it; only disclosure control can make one. */
public final class ProtectedRow {
  /** From this base on shares are told to a tenth of a per cent. */
  private static final int TENTHS_FROM = 1_000;

  private final RowKey key;
  private final int asOf;
  private final int base;
  private final int effectiveSize;
  private final boolean weighted;
  private final List<ProtectedShare> shares;

  ProtectedRow(
      RowKey key,
      int asOf,
      int base,
      int effectiveSize,
      boolean weighted,
      List<ProtectedShare> shares) {
    this.key = key;
    this.asOf = asOf;
    this.base = base;
    this.effectiveSize = effectiveSize;
    this.weighted = weighted;
    this.shares = List.copyOf(shares);
  }

  public RowKey key() {
    return key;
  }

  /** The release that it was made in; those after it tell the same while too few have come. */
  public int asOf() {
    return asOf;
  }

  /** How many answered, to the nearest 5. */
  public int base() {
    return base;
  }

  /** The size of an equally weighted sample that would be as good, down to a multiple of 5. */
  public int effectiveSize() {
    return effectiveSize;
  }

  /** Whether it was weighted. */
  public boolean weighted() {
    return weighted;
  }

  /** By the item's codes in their order. */
  public List<ProtectedShare> shares() {
    return shares;
  }

  /** How many decimals its per cents have. */
  public int decimals() {
    return decimals(base);
  }

  static int decimals(int base) {
    return base >= TENTHS_FROM ? 1 : 0;
  }
}
