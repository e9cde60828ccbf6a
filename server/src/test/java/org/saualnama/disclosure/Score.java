package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** How often guesses are right, and how often they are sure of themselves and right. */
final class Score {
  private static final double SURE = 0.9;

  private int targets;
  private int right;
  private int confident;
  private double believed;

  void add(double[] belief, int answer) {
    int guess = 0;
    for (int option = 1; option < belief.length; option++) {
      guess = belief[option] > belief[guess] ? option : guess;
    }
    targets++;
    believed += belief[guess];
    right += guess == answer ? 1 : 0;
    confident += guess == answer && belief[guess] > SURE ? 1 : 0;
  }

  int targets() {
    return targets;
  }

  private double success() {
    return (double) right / targets;
  }

  /** Ten points above the best guess without any figure, as far as chance lets anybody tell. */
  void assertHardlyBetterThan(double prior) {
    assertHardlyOver(prior + 0.1);
  }

  /** Three times its chance error above what is told of the attack, lest chance alone fail it. */
  void assertHardlyOver(double told) {
    double chance = Math.sqrt(told * (1 - told) / targets);
    assertTrue(success() <= told + 3 * chance, this::toString);
  }

  /** Somebody who is sure is right nearly always, so that hardly anybody may be found like that. */
  void assertHardlySure() {
    assertTrue(confident <= targets / 20, this::toString);
  }

  @Override
  public String toString() {
    return "%d of %d targets, %d of them confidently; %.0f believed"
        .formatted(right, targets, confident, believed);
  }
}
