package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Adds, moves, copies and removes the pages of a form. */
final class PageEdits {
  private PageEdits() {}

  /** An empty page after the page {@code after}; at the end if that is empty. */
  static Edit add(String after) {
    return tree -> {
      ArrayNode pages = Parts.pages(tree);
      int at = after.isEmpty() ? pages.size() : Parts.page(tree, after).index() + 1;
      blank(tree, at);
    };
  }

  /** A new page at {@code index}, without questions. */
  static ObjectNode blank(ObjectNode tree, int index) {
    ArrayNode pages = Parts.pages(tree);
    String code = Codes.unique("page_" + (pages.size() + 1), Parts.codes(pages, "page"));
    ObjectNode page = pages.insertObject(index);
    page.put("page", code).putArray("questions");
    return page;
  }

  /** Up or down the form; its questions go with it. */
  static Edit move(String page, int step) {
    return tree -> {
      Parts.Spot spot = Parts.page(tree, page);
      Parts.move(spot.list(), spot.index(), step);
    };
  }

  /** The page once more, behind itself, all its questions under codes of their own. */
  static Edit duplicate(String page) {
    return tree -> {
      Parts.Spot spot = Parts.page(tree, page);
      ObjectNode copy = spot.node().deepCopy();
      copy.put("page", Codes.unique(page, Parts.codes(spot.list(), "page")));
      List<String> taken = Parts.questions(tree).stream().map(QuestionEdits::code).toList();
      List<String> used = new ArrayList<>(taken);
      for (JsonNode question : copy.path("questions")) {
        String code = Codes.unique(QuestionEdits.code(question), used);
        ((ObjectNode) question).put("question", code);
        used.add(code);
      }
      spot.list().insert(spot.index() + 1, copy);
    };
  }

  /** Removes a page with its questions, unless something outside hangs on one of them. */
  static Edit remove(String page) {
    return tree -> {
      Parts.Spot spot = Parts.page(tree, page);
      List<String> codes = Parts.codes(spot.node().path("questions"), "question");
      Uses uses = new Uses(tree);
      codes.forEach(code -> uses.refuseIfNeeded(code, codes));
      spot.remove();
      codes.forEach(code -> Uses.forget(tree, code));
    };
  }

  /** Begins a new page with {@code question}: what stands before it can then be a condition. */
  static Edit split(String question) {
    return tree -> {
      Parts.Spot page = Parts.pageOf(tree, question);
      Parts.Spot spot = Parts.question(tree, question);
      if (spot.index() == 0) {
        throw Wrong.field(question, "first_on_page", "This question begins its page already.");
      }
      ArrayNode questions = Parts.list(blank(tree, page.index() + 1), "questions");
      while (spot.list().size() > spot.index()) {
        questions.add(spot.list().remove(spot.index()));
      }
    };
  }
}
