package org.saualnama.http;

/**
 * A page that only says something, with one link at most.
 *
 * @param link null for none
 * @param linkText null for none
 */
public record MessagePage(
    PageView view, String heading, String text, String link, String linkText) {
  public static final String TEMPLATE = "message.jte";

  /** The words of {@code key.title} and {@code key.text}. */
  public static MessagePage of(Pages pages, String language, String key) {
    return withLink(pages, language, key, null, null);
  }

  /** The same with a link, whose words are {@code linkKey}'s. */
  public static MessagePage withLink(
      Pages pages, String language, String key, String link, String linkKey) {
    PageView view = pages.view(language, pages.texts().text(language, key + ".title"));
    return new MessagePage(
        view,
        view.title(),
        view.say(key + ".text"),
        link,
        linkKey == null ? null : view.say(linkKey));
  }
}
