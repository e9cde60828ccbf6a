package org.saualnama.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What differs between two definitions, told by the codes of its parts and not by their places. */
public final class Difference {
  private static final List<String> NAMES =
      List.of("question", "page", "code", "wording", "margin");

  /**
   * One part that differs.
   *
   * @param path the part in words, such as {@code 'text.en' of question 'meaning'}
   * @param before what it was as JSON, a text without its quotes; empty if it was not there
   * @param after what it is, likewise
   */
  public record Change(String path, String before, String after) {}

  private final JsonNode before;
  private final JsonNode after;
  private final List<Change> changes = new ArrayList<>();

  private Difference(JsonNode before, JsonNode after) {
    this.before = before;
    this.after = after;
  }

  /** All that differs, in the order of {@code after}; what is gone comes where it was. */
  public static List<Change> between(JsonNode before, JsonNode after) {
    Difference difference = new Difference(before, after);
    difference.compare(before, "", after, "");
    return List.copyOf(difference.changes);
  }

  private void compare(JsonNode old, String oldAt, JsonNode now, String nowAt) {
    if (old.equals(now)) {
      return;
    }
    if (old.isObject() && now.isObject()) {
      parts(byKey(old), oldAt, byKey(now), nowAt);
    } else if (isNamed(old) && isNamed(now)) {
      parts(byName(old), oldAt, byName(now), nowAt);
      order(old, now, nowAt);
    } else {
      String path = now.isMissingNode() ? Subject.of(before, oldAt) : Subject.of(after, nowAt);
      changes.add(new Change(path, words(old), words(now)));
    }
  }

  /** A child and the last step of its pointer. */
  private record Part(String step, JsonNode node) {}

  private static final Part MISSING = new Part("", MissingNode.getInstance());

  private void parts(Map<String, Part> old, String oldAt, Map<String, Part> now, String nowAt) {
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(old.keySet());
    for (String name : names) {
      Part was = old.getOrDefault(name, MISSING);
      Part is = now.getOrDefault(name, MISSING);
      compare(was.node(), oldAt + was.step(), is.node(), nowAt + is.step());
    }
  }

  private static Map<String, Part> byKey(JsonNode object) {
    Map<String, Part> parts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      parts.put(entry.getKey(), new Part(DefinitionSource.step(entry.getKey()), entry.getValue()));
    }
    return parts;
  }

  private static Map<String, Part> byName(JsonNode array) {
    Map<String, Part> parts = new LinkedHashMap<>();
    for (JsonNode child : array) {
      parts.put(name(child), new Part("/" + parts.size(), child));
    }
    return parts;
  }

  private void order(JsonNode old, JsonNode now, String at) {
    Set<String> before = new LinkedHashSet<>(byName(old).keySet());
    Set<String> after = new LinkedHashSet<>(byName(now).keySet());
    before.retainAll(byName(now).keySet());
    after.retainAll(byName(old).keySet());
    if (!List.copyOf(before).equals(List.copyOf(after))) {
      changes.add(
          new Change(
              "order of " + Subject.of(this.after, at),
              String.join(", ", before),
              String.join(", ", after)));
    }
  }

  /** Whether it is a list of parts that each have a name of their own. */
  private static boolean isNamed(JsonNode node) {
    return node.isArray()
        && StreamSupport.stream(node.spliterator(), false).noneMatch(part -> name(part).isEmpty())
        && byName(node).size() == node.size();
  }

  private static String name(JsonNode part) {
    return NAMES.stream()
        .filter(name -> part.path(name).isTextual())
        .map(name -> part.get(name).textValue())
        .collect(Collectors.joining(" "));
  }

  private static String words(JsonNode node) {
    return node.isMissingNode() ? "" : node.isTextual() ? node.textValue() : node.toString();
  }
}
