package org.saualnama.texts;

/** The pages' own words in one language. */
public record Words(Texts texts, String language) {
  /** As {@link Texts#text} has them. */
  public String say(String key, Object... values) {
    return texts.text(language, key, values);
  }
}
