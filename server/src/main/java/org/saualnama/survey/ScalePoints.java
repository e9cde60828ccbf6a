package org.saualnama.survey;

import java.util.List;
import java.util.stream.IntStream;

/** The points of a scale, whole numbers from {@code from} to {@code to}, and what its ends mean. */
public record ScalePoints(int from, int to, Text low, Text high) {
  List<String> codes() {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }
}
