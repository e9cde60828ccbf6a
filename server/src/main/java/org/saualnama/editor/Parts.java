package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Finds the parts of a definition's tree by the codes that authors know them by. */
final class Parts {
  private Parts() {}

  /** A part in its list. */
  record Spot(ArrayNode list, int index) {
    ObjectNode node() {
      return (ObjectNode) list.get(index);
    }

    ObjectNode remove() {
      return (ObjectNode) list.remove(index);
    }
  }

  /**
   * The tree, if its pages and questions can be told apart; what else is wrong with it is for the
   * reader to say.
   */
  static ObjectNode shaped(JsonNode tree) {
    return Shape.fault(tree).isEmpty() ? (ObjectNode) tree : fail(Shape.fault(tree).orElseThrow());
  }

  private static ObjectNode fail(String fault) {
    throw Wrong.field("definition", "no_form_view", fault + " Mend it in the source.");
  }

  static ArrayNode pages(ObjectNode tree) {
    return list(tree, "pages");
  }

  static Spot page(ObjectNode tree, String code) {
    return find(pages(tree), "page", code).orElseThrow(() -> Wrong.gone("page", code));
  }

  static Spot question(ObjectNode tree, String code) {
    return find(tree, code).orElseThrow(() -> Wrong.gone("question", code));
  }

  static Optional<Spot> find(JsonNode tree, String code) {
    return StreamSupport.stream(tree.path("pages").spliterator(), false)
        .flatMap(page -> find(page.path("questions"), "question", code).stream())
        .findFirst();
  }

  /** The page that a question stands on. */
  static Spot pageOf(ObjectNode tree, String question) {
    ArrayNode pages = pages(tree);
    for (int i = 0; i < pages.size(); i++) {
      if (codes(pages.get(i).path("questions"), "question").contains(question)) {
        return new Spot(pages, i);
      }
    }
    throw Wrong.gone("question", question);
  }

  static Optional<Spot> find(JsonNode list, String key, String code) {
    int index = codes(list, key).indexOf(code);
    return index < 0 ? Optional.empty() : Optional.of(new Spot((ArrayNode) list, index));
  }

  /** All questions in the order of the form. */
  static List<JsonNode> questions(JsonNode tree) {
    List<JsonNode> questions = new ArrayList<>();
    tree.path("pages").forEach(page -> page.path("questions").forEach(questions::add));
    return questions;
  }

  static List<String> codes(JsonNode list, String key) {
    List<String> codes = new ArrayList<>();
    list.forEach(part -> codes.add(part.path(key).asText()));
    return codes;
  }

  static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    list.forEach(item -> strings.add(item.asText()));
    return strings;
  }

  /** The list {@code key} of {@code owner}, there from now on. */
  static ArrayNode list(ObjectNode owner, String key) {
    return owner.get(key) instanceof ArrayNode list ? list : owner.putArray(key);
  }

  /** The object {@code key} of {@code owner}, there from now on. */
  static ObjectNode object(ObjectNode owner, String key) {
    return owner.get(key) instanceof ObjectNode object ? object : owner.putObject(key);
  }

  /** Puts {@code codes} under {@code key}, or nothing if there are none. */
  static void put(ObjectNode owner, String key, List<String> codes) {
    if (codes.isEmpty()) {
      owner.remove(key);
    } else {
      fill(owner, key, codes);
    }
  }

  /** Puts {@code codes} under {@code key}, where a list has to be even if it is empty. */
  static void fill(ObjectNode owner, String key, List<String> codes) {
    ArrayNode list = owner.putArray(key);
    codes.forEach(list::add);
  }

  /** Moves what stands at {@code from} by {@code step} places, as far as the list goes. */
  static void move(ArrayNode list, int from, int step) {
    int to = Math.max(0, Math.min(list.size() - 1, from + step));
    list.insert(to, list.remove(from));
  }
}
