package org.saualnama.submission;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What was answered; the maps are the new owner's.
 *
 * @param choices item to the codes chosen; of a number, its digits
 * @param texts free text by item, or by {@code question.option} for an open option
 */
public record Answers(Map<String, List<String>> choices, Map<String, String> texts) {
  public Answers {
    choices = Collections.unmodifiableMap(choices);
    texts = Collections.unmodifiableMap(texts);
  }

  /** The one code chosen for a single choice, or null if it was not answered. */
  public String choice(String item) {
    List<String> chosen = choices.get(item);
    return chosen == null ? null : chosen.get(0);
  }
}
