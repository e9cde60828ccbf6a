package org.saualnama.studio;

/**
 * A page that shows a secret, once.
 *
 * @param words what to do with it
 * @param secret a link or a key
 * @param back where to go on
 */
public record Once(Frame frame, String words, String secret, String back, String backWords) {
  static final String TEMPLATE = "studio/once.jte";
}
