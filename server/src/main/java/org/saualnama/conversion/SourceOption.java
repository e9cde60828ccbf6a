package org.saualnama.conversion;

import java.util.Map;

/**
 * Something to choose, or a row of a grid, as a file has it.
 *
 * @param text by the file's names of languages
 * @param word which of our own words it says where the file's program has words of its own; or ""
 * @param open whether a text field comes with it
 * @param alone whether it excludes the others
 */
record SourceOption(
    String value, Map<String, String> text, String word, boolean open, boolean alone) {
  static SourceOption of(String value, Map<String, String> text) {
    return new SourceOption(value, text, "", false, false);
  }

  static SourceOption word(String value, String word) {
    return new SourceOption(value, Map.of(), word, false, false);
  }

  /** "Other", with room to say what. */
  static SourceOption other(Map<String, String> text) {
    return new SourceOption("other", text, "other", true, false);
  }

  SourceOption standingAlone() {
    return new SourceOption(value, text, word, open, true);
  }
}
