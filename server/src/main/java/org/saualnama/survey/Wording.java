package org.saualnama.survey;

import java.util.Map;

/** One of several ways to put a question; the texts it leaves out are the question's own. */
public record Wording(String wording, Text text, Map<String, Text> options) {
  public Wording {
    options = Definitions.inOrder(options);
  }
}
