package org.saualnama.survey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Items answered earlier, each with the codes of which one must have been chosen; all must hold.
 */
public record Condition(@JsonValue Map<String, List<String>> anyOf) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Condition {
    anyOf = Definitions.inOrder(anyOf);
  }

  /** Whether it holds for choices given as item to chosen codes; an unanswered item never holds. */
  public boolean holdsFor(Map<String, List<String>> choices) {
    for (String item : anyOf.keySet()) {
      List<String> chosen = choices.get(item);
      if (chosen == null || Collections.disjoint(anyOf.get(item), chosen)) {
        return false;
      }
    }
    return true;
  }

  /** The items it looks at. */
  public Set<String> items() {
    return anyOf.keySet();
  }
}
