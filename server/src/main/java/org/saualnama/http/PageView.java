package org.saualnama.http;

import org.saualnama.texts.Texts;
import org.saualnama.texts.Words;

/**
 * What the layout needs of any page.
 *
 * @param title without the mark of an error
 * @param demo whether every page has to say that its data is synthetic
 * @param banner the key of what else every page has to say, or null
 */
public record PageView(
    String language, String title, boolean demo, String banner, Style style, Texts texts) {

  /** The pages' own words in the page's language. */
  public String say(String key, Object... values) {
    return words().say(key, values);
  }

  /** All of them. */
  public Words words() {
    return new Words(texts, language);
  }

  public PageView titled(String other) {
    return new PageView(language, other, demo, banner, style, texts);
  }

  /** The same page, its title saying that something has to be mended. */
  public PageView inError() {
    return titled(say("error.prefix", title));
  }
}
