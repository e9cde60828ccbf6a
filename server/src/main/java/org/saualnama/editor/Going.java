package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the author goes on after an edit.
 *
 * @param at the part that is open
 * @param focus the id to go on at; null to stay where one is
 * @param anew whether the form has to be drawn anew, because more than words have changed
 */
record Going(String at, String focus, boolean anew) {

  static Going after(Sent sent, JsonNode before, JsonNode after) {
    List<String> added = codes(after);
    List<String> gone = codes(before);
    added.removeAll(codes(before));
    gone.removeAll(codes(after));
    boolean anew = !sent.one("act").isEmpty() || !Layout.of(before).equals(Layout.of(after));
    if (added.size() == 1) {
      return new Going(added.get(0), focus(after, added.get(0), gone.isEmpty()), anew);
    }
    if (!gone.isEmpty() && gone.contains(sent.part())) {
      String page = Parts.pageOf(Parts.shaped(before), sent.part()).node().path("page").asText();
      return new Going("page:" + page, "p-" + page + "-words", anew);
    }
    return new Going(sent.part(), null, anew);
  }

  /** A new question's words stand in one language: the next language is next, or its answers. */
  private static String focus(JsonNode tree, String question, boolean isNew) {
    List<String> languages = Parts.strings(tree.path("languages"));
    JsonNode node = Parts.find(tree, question).orElseThrow().node();
    for (String language : languages) {
      if (isNew && node.path("text").path(language).asText().isBlank()) {
        return "q-" + question + "-t-text-" + language;
      }
    }
    return "q-" + question + (isNew && node.path("options").isMissingNode() ? "-add-options" : "");
  }

  private static List<String> codes(JsonNode tree) {
    return new ArrayList<>(Parts.questions(tree).stream().map(QuestionEdits::code).toList());
  }

  /** The id of the open part. */
  String id() {
    if (at.startsWith("page:")) {
      return "p-" + at.substring("page:".length());
    }
    return at.equals("survey") ? "survey" : "q-" + at;
  }
}
