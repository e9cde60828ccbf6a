package org.saualnama.survey;

import java.util.List;
import java.util.stream.IntStream;

/** The points of a scale, whole numbers from {@code from} to {@code to}, and what its ends mean. */
public record ScalePoints(int from, int to, Text low, Text high) {

  /** The most points a scale may have. */
  public static final int MOST = 11;

  /** Each point as it is answered, ascending. */
  public List<String> codes() {
    // a scale not yet checked may be endless: one point too many is enough to see it
    return IntStream.rangeClosed(from, to).limit(MOST + 1L).mapToObj(Integer::toString).toList();
  }
}
