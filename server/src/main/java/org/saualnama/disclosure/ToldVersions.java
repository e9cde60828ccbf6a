package org.saualnama.disclosure;

import java.util.Arrays;

/**
 * All versions of one row that releases have told, oldest first: 16 bytes each, for a survey that
 * is released for years has millions.
 */
final class ToldVersions {
  private int count;
  private int[] releases = new int[2];
  private int[] numbers = new int[2];
  private long[] keySums = new long[2];

  /** Adds the version of a later release than all before. */
  void add(int release, Answerers answerers) {
    if (count == releases.length) {
      releases = Arrays.copyOf(releases, 2 * count);
      numbers = Arrays.copyOf(numbers, 2 * count);
      keySums = Arrays.copyOf(keySums, 2 * count);
    }
    releases[count] = release;
    numbers[count] = answerers.number();
    keySums[count] = answerers.keySum();
    count++;
  }

  /** The last release that told it. */
  int lastRelease() {
    return releases[count - 1];
  }

  /** Who answered what it told last. */
  Answerers last() {
    return at(count - 1);
  }

  private Answerers at(int place) {
    return new Answerers(numbers[place], keySums[place]);
  }

  /** Whether a version after {@code release} differs from {@code others} by a few people. */
  boolean differByFewFrom(Answerers others, int release) {
    for (int place = count - 1; place >= 0 && releases[place] > release; place--) {
      if (at(place).differByFewFrom(others)) {
        return true;
      }
    }
    return false;
  }
}
