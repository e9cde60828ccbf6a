package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Looks a definition over as an experienced colleague would. */
public final class Hints {
  private Hints() {}

  /** All hints, in the order of the form. */
  public static List<Hint> of(JsonNode tree) {
    List<Hint> hints = new ArrayList<>();
    if (Shape.fault(tree).isPresent()) {
      return hints;
    }
    for (JsonNode question : Parts.questions(tree)) {
      WordingHints.add(question, hints);
      BalanceHints.add(question, hints);
      RefusingHints.add(tree, question, hints);
    }
    CodeHints.add(tree, hints);
    return hints;
  }
}
