package org.saualnama.release;

/**
 * The counts of one profile; its arrays follow a {@link TallyLayout}.
 *
 * <p>Key sums run over modulo 2^64 by design: they are only ever compared and hashed.
 */
public final class Tally {
  private int respondents;
  private final int[] answered;
  private final long[] keySums;
  private final int[] chosen;

  /** Of nobody. */
  public Tally(TallyLayout layout) {
    answered = new int[layout.items().size()];
    keySums = new long[layout.items().size()];
    chosen = new int[layout.cells().size()];
  }

  Tally(int respondents, int[] answered, long[] keySums, int[] chosen) {
    this.respondents = respondents;
    this.answered = answered;
    this.keySums = keySums;
    this.chosen = chosen;
  }

  void addRespondents(int count) {
    respondents += count;
  }

  void addAnswered(int item, int count, long keySum) {
    answered[item] += count;
    keySums[item] += keySum;
  }

  void addChosen(int cell, int count) {
    chosen[cell] += count;
  }

  /** Adds {@code other}, which follows the same layout. */
  public void add(Tally other) {
    respondents += other.respondents;
    for (int i = 0; i < answered.length; i++) {
      answered[i] += other.answered[i];
      keySums[i] += other.keySums[i];
    }
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] += other.chosen[i];
    }
  }

  public int respondents() {
    return respondents;
  }

  public int answered(int item) {
    return answered[item];
  }

  public long keySum(int item) {
    return keySums[item];
  }

  public int chosen(int cell) {
    return chosen[cell];
  }
}
