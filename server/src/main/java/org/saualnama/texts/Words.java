package org.saualnama.texts;

import java.util.Optional;

/** The pages' own words in one language. */
public record Words(Texts texts, String language) {
  /** As {@link Texts#text} has them. */
  public String say(String key, Object... values) {
    return texts.text(language, key, values);
  }

  /**
   * The form of the words for {@code key} that goes with {@code number}, the first place theirs.
   */
  public String count(String key, long number, String written) {
    return texts.text(language, key + "." + Plural.form(language, number), written);
  }

  /** As {@link Texts#find} has them. */
  public Optional<String> find(String key) {
    return texts.find(language, key);
  }
}
