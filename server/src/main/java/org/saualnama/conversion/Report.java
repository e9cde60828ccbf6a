package org.saualnama.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Gathers what was lost on the way, up to as much as anybody reads. */
final class Report {
  private static final int MOST = 500;
  private static final int LONGEST = 120;

  private final List<ConversionNote> notes = new ArrayList<>();
  private int more;

  void add(String where, Loss loss, String... values) {
    List<String> shortened = Stream.of(values).map(Report::shortened).toList();
    ConversionNote note = new ConversionNote(shortened(where), loss, shortened);
    if (notes.contains(note)) {
      return;
    }
    if (notes.size() < MOST) {
      notes.add(note);
    } else {
      more++;
    }
  }

  private static String shortened(String text) {
    String line = Plain.line(text);
    int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
    return end < line.length() ? line.substring(0, end) + "…" : line;
  }

  List<ConversionNote> notes() {
    List<ConversionNote> all = new ArrayList<>(notes);
    if (more > 0) {
      all.add(new ConversionNote("", Loss.MORE, List.of(Integer.toString(more))));
    }
    return all;
  }
}
