package org.saualnama.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Fills what a draft still lacks, so that its author can see the form from the first question on.
 * Only for a preview: what is filled in is never stored, tested or published.
 */
final class Stopgaps {
  private static final String DOTS = "…";
  private static final Set<String> LANGUAGES = Set.of("kk", "ru", "en");
  private static final Set<String> TEXTS = Set.of("text", "low", "high", "hint", "short", "title");
  private static final Set<String> WITH_OPTIONS = Set.of("single", "multiple", "grid");
  private static final Set<String> LEADING = Set.of("single", "multiple", "scale");

  /** What the form itself doesn't show, and what publishing asks for. */
  private static final List<String> UNSEEN =
      List.of(
          "weighting",
          "segments",
          "groupings",
          "crossings",
          "core",
          "election_related",
          "referendum_related");

  private static final List<String> DISCLOSURE =
      List.of(
          "strategy",
          "sponsor",
          "conducted_by",
          "population",
          "recruitment",
          "mode",
          "dates",
          "weighting",
          "processing",
          "limitations");

  private final ObjectNode tree;
  private final List<String> languages = new ArrayList<>();

  private Stopgaps(ObjectNode tree) {
    this.tree = tree;
    tree.path("languages").forEach(language -> languages.add(language.asText()));
  }

  /** A definition like {@code tree}, which stays as it is, without its gaps. */
  static JsonNode filled(JsonNode tree) {
    if (!(tree.deepCopy() instanceof ObjectNode copy) || copy.path("languages").isEmpty()) {
      return tree;
    }
    new Stopgaps(copy).fill();
    return copy;
  }

  private void fill() {
    tree.remove(UNSEEN);
    tree.putArray("segments");
    text(tree, "title");
    for (String part : List.of("text", "agree", "decline")) {
      text(object(tree, "consent"), part);
    }
    // No page of the form shows them, but each definition has them.
    ObjectNode items = tree.putObject("disclosure_items");
    DISCLOSURE.forEach(item -> text(items, item));
    tree.path("pages").forEach(page -> page.path("questions").forEach(this::question));
    if (tree.path("pages") instanceof ArrayNode pages) {
      pages.removeIf(page -> page.path("questions").isEmpty());
    }
    words(tree, "");
  }

  private void question(JsonNode question) {
    if (question instanceof ObjectNode object) {
      String type = object.path("type").asText();
      text(object, "text");
      if (WITH_OPTIONS.contains(type)) {
        atLeast(2, object, "options");
      }
      if (type.equals("grid")) {
        atLeast(1, object, "rows");
      }
      if (LEADING.contains(type) && !tree.has("core")) {
        tree.set("core", object.path("question"));
      }
    }
  }

  private void atLeast(int count, ObjectNode question, String list) {
    ArrayNode parts =
        question.path(list) instanceof ArrayNode there ? there : question.putArray(list);
    while (parts.size() < count) {
      ObjectNode part = parts.addObject().put("code", "stopgap_" + parts.size());
      text(part, "text");
    }
  }

  /** Every text has words in every language: those of another one, or dots. */
  private void words(JsonNode node, String name) {
    if (node instanceof ObjectNode text && isText(text, name)) {
      String any = DOTS;
      for (JsonNode words : text) {
        any = words.asText().isBlank() ? any : words.asText();
      }
      for (String language : languages) {
        if (text.path(language).asText().isBlank()) {
          text.put(language, any);
        }
      }
      text.retain(languages);
      return;
    }
    node.properties().forEach(entry -> words(entry.getValue(), entry.getKey()));
    for (JsonNode part : node.isArray() ? node : List.<JsonNode>of()) {
      words(part, "");
    }
  }

  private static boolean isText(ObjectNode node, String name) {
    boolean known = true;
    for (var entry : node.properties()) {
      known &= LANGUAGES.contains(entry.getKey()) && entry.getValue().isTextual();
    }
    return known && (!node.isEmpty() || TEXTS.contains(name));
  }

  private void text(ObjectNode owner, String name) {
    ObjectNode text = object(owner, name);
    if (text.isEmpty()) {
      text.put(languages.get(0), DOTS);
    }
  }

  private static ObjectNode object(ObjectNode owner, String name) {
    return owner.path(name) instanceof ObjectNode there ? there : owner.putObject(name);
  }
}
