package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Adds, moves, copies, renames and removes questions. */
final class QuestionEdits {
  private QuestionEdits() {}

  static String code(JsonNode question) {
    return question.path("question").asText();
  }

  private static List<String> codes(JsonNode tree) {
    return Parts.questions(tree).stream().map(QuestionEdits::code).toList();
  }

  /**
   * A new question at the end of a page; without a page, at the end of the form.
   *
   * @param words what is asked, in {@code language}; its code is made of them
   */
  static Edit add(String page, String type, String language, String words) {
    return tree -> {
      ObjectNode node =
          page.isEmpty()
              ? PageEdits.blank(tree, Parts.pages(tree).size())
              : Parts.page(tree, page).node();
      String code = Codes.of(words, "question", codes(tree));
      ObjectNode question = Parts.list(node, "questions").addObject();
      question.put("question", code).put("type", type).putObject("text");
      TextEdits.ofQuestion(code, "text", language, words).on(tree);
      TypeEdit.complete(question, type);
      if (tree.path("core").asText().isEmpty() && TypeEdit.leads(type)) {
        tree.put("core", code);
      }
    };
  }

  /** One place up or down; at the edge of its page, into the next page. */
  static Edit move(String question, int step) {
    return tree -> {
      Parts.Spot spot = Parts.question(tree, question);
      int to = spot.index() + step;
      if (to >= 0 && to < spot.list().size()) {
        Parts.move(spot.list(), spot.index(), step);
        return;
      }
      Parts.Spot page = Parts.pageOf(tree, question);
      int other = page.index() + step;
      if (other >= 0 && other < page.list().size()) {
        ArrayNode questions = Parts.list((ObjectNode) page.list().get(other), "questions");
        questions.insert(step < 0 ? questions.size() : 0, spot.remove());
      }
    };
  }

  /** To the end of another page. */
  static Edit moveTo(String question, String page) {
    return tree -> {
      ArrayNode questions = Parts.list(Parts.page(tree, page).node(), "questions");
      questions.add(Parts.question(tree, question).remove());
    };
  }

  /** The question once more, behind itself, under a code of its own. */
  static Edit duplicate(String question) {
    return tree -> {
      Parts.Spot spot = Parts.question(tree, question);
      ObjectNode copy = spot.node().deepCopy();
      copy.put("question", Codes.unique(question, codes(tree)));
      spot.list().insert(spot.index() + 1, copy);
    };
  }

  /** Removes a question, unless a condition or a margin hangs on it. */
  static Edit remove(String question) {
    return tree -> {
      Parts.Spot spot = Parts.question(tree, question);
      new Uses(tree).refuseIfNeeded(question, List.of(question));
      spot.remove();
      Uses.forget(tree, question);
    };
  }

  /** Gives a question another code, wherever it is named; only where nothing is published yet. */
  static Edit rename(String question, String code) {
    return tree -> {
      ObjectNode node = Parts.question(tree, question).node();
      List<String> others = codes(tree).stream().filter(c -> !c.equals(question)).toList();
      node.put("question", Codes.checked(code, others));
      Renaming.question(tree, question, code);
    };
  }
}
