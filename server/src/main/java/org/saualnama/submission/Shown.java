package org.saualnama.submission;

import java.util.Map;

/**
 * The small facts about what a respondent saw that an analyst needs, and no more of the order.
 *
 * @param first question to the code that came first of a flipped or rotated set
 * @param wording question to the wording shown
 */
public record Shown(Map<String, String> first, Map<String, String> wording) {
  public static final Shown NOTHING = new Shown(Map.of(), Map.of());

  public Shown {
    first = Map.copyOf(first);
    wording = Map.copyOf(wording);
  }
}
