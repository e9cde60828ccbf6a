package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.saualnama.survey.DefinitionProblem;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.Reading;

/**
 * A draft looked over: its tree, what is wrong with it, and what could be better.
 *
 * @param problems all that keeps it from being published, by the line they stand on
 */
record Look(
    JsonNode tree, DefinitionSource source, List<DefinitionProblem> problems, List<Hint> hints) {

  static Look of(Reading reading) {
    JsonNode tree = reading.source().tree();
    return new Look(tree, reading.source(), reading.problems(), Hints.of(tree));
  }

  /** Whether the form view can show it. */
  boolean isShaped() {
    return Shape.fault(tree).isEmpty();
  }

  /** The question that stands at a problem's line; empty for the survey as a whole. */
  String questionOf(DefinitionProblem problem) {
    Map.Entry<Integer, String> owner = owners().floorEntry(problem.line());
    return owner == null || !problem.file().equals(source.file()) ? "" : owner.getValue();
  }

  /** Whose each line is, from the one on which it begins. */
  private TreeMap<Integer, String> owners() {
    TreeMap<Integer, String> owners = new TreeMap<>();
    tree.fieldNames().forEachRemaining(name -> owners.put(source.line("/" + name), ""));
    for (int page = 0; page < tree.path("pages").size(); page++) {
      String at = "/pages/" + page;
      owners.put(source.line(at), "");
      JsonNode questions = tree.at(at).path("questions");
      for (int i = 0; i < questions.size(); i++) {
        String code = questions.get(i).path("question").asText();
        owners.put(source.line(at + "/questions/" + i), code);
      }
    }
    return owners;
  }
}
