package org.saualnama.texts;

import java.util.Optional;

/** The pages' own words in one language. */
public record Words(Texts texts, String language) {
  /** As {@link Texts#text} has them. */
  public String say(String key, Object... values) {
    return texts.text(language, key, values);
  }

  /** As {@link Texts#find} has them. */
  public Optional<String> find(String key) {
    return texts.find(language, key);
  }
}
