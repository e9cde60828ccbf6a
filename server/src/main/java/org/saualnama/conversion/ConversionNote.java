package org.saualnama.conversion;

import java.util.List;
import org.saualnama.texts.Words;

/**
 * One thing that was not carried over as it was.
 *
 * @param where in the file: a sheet and row, a question's number, a path; empty for all of it
 * @param values what its words name
 */
public record ConversionNote(String where, Loss loss, List<String> values) {
  public ConversionNote {
    values = List.copyOf(values);
  }

  /** What it was, why it could not stay, and what was done instead, for a reader. */
  public String in(Words words) {
    return words.say("conversion." + loss.code(), values.toArray());
  }
}
