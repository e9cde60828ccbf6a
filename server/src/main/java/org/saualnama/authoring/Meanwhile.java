package org.saualnama.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Problem;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.Difference;
import org.saualnama.survey.Difference.Change;

/** Tells an author what others have done to the draft since it was looked at. */
final class Meanwhile {
  private static final int TOLD = 50;
  private static final int LONGEST = 200;

  private Meanwhile() {}

  /**
   * The refusal of a change that was made on an old state.
   *
   * @param seen what the author's revision said; empty if it is no longer kept
   * @param authors who has changed something
   */
  static Refusal changed(Draft now, Optional<String> seen, List<String> authors) {
    List<Problem> problems =
        seen.map(text -> Difference.between(tree(text), tree(now.definition()))).stream()
            .flatMap(List::stream)
            .limit(TOLD)
            .map(Meanwhile::problem)
            .toList();
    return new Refusal(
        Reason.CHANGED_MEANWHILE,
        "Changed meanwhile by %s; it is at revision %d now. Read it, and make your change again."
            .formatted(String.join(", ", authors), now.revision()),
        problems);
  }

  private static Problem problem(Change change) {
    String before = shortened(change.before());
    String after = shortened(change.after());
    String detail =
        before.isEmpty()
            ? "Added: " + after
            : after.isEmpty() ? "Removed: " + before : "Was: " + before + " Is now: " + after;
    return new Problem(change.path(), "changed", detail);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }

  private static JsonNode tree(String definition) {
    return DefinitionSource.of("draft", definition).tree();
  }
}
