package org.saualnama.editor;

import java.util.List;

/**
 * Something worth a second look, which never stands in the way.
 *
 * @param question the question it is about; empty for the survey as a whole
 * @param kind what it is, by which its words are found: {@code hint.kind} says why, {@code
 *     hint.kind.mend} what to do
 * @param values what its words name
 */
public record Hint(String question, String kind, List<String> values) {
  public Hint {
    values = List.copyOf(values);
  }

  static Hint of(String question, String kind, String... values) {
    return new Hint(question, kind, List.of(values));
  }
}
