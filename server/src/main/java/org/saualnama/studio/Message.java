package org.saualnama.studio;

/** A page that only says something. */
public record Message(Frame frame, String words) {
  static final String TEMPLATE = "studio/message.jte";
}
