package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.saualnama.refusal.Refusal;

/** One small change of a definition, as an author would name it. */
@FunctionalInterface
public interface Edit {

  /**
   * Changes the tree.
   *
   * @throws Refusal if it can't be done, saying what stands in the way
   */
  void on(ObjectNode tree);

  /** What becomes of {@code tree}, which stays as it is. */
  default ObjectNode applied(JsonNode tree) {
    ObjectNode changed = Parts.shaped(tree).deepCopy();
    on(changed);
    return changed;
  }

  /** One after the other. */
  static Edit all(List<Edit> edits) {
    return tree -> edits.forEach(edit -> edit.on(tree));
  }
}
