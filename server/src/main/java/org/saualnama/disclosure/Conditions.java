package org.saualnama.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.saualnama.survey.Condition;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;

/**
 * Which earlier answers decide who is asked a question: its base counts those answers, so nothing
 * of it but noisy figures may hang on how many were asked. An answer that is given by earlier ones
 * ({@code set_if}) keeps nobody out, and so does not count here.
 */
final class Conditions {
  private Conditions() {}

  static boolean isConditional(Question question) {
    return of(question).findAny().isPresent();
  }

  /** The conditions under which it is asked or not. */
  static List<Condition> all(Question question) {
    return of(question).toList();
  }

  /**
   * The items asked of all whose answers decide, at first or in the end, who is asked {@code item};
   * itself if it is asked of all.
   */
  static SortedSet<String> deciders(Item item, Map<String, Item> items) {
    SortedSet<String> deciders = new TreeSet<>();
    of(item.question())
        .flatMap(condition -> condition.items().stream())
        .forEach(code -> deciders.addAll(deciders(items.get(code), items)));
    return deciders.isEmpty() ? new TreeSet<>(Set.of(item.code())) : deciders;
  }

  /** One name for all questions that are asked of the same people. */
  static String name(Question question) {
    return name(question.askIf()) + "!" + name(question.askUnless());
  }

  private static String name(Condition condition) {
    Map<String, SortedSet<String>> sorted = new TreeMap<>();
    if (condition != null) {
      condition.anyOf().forEach((item, codes) -> sorted.put(item, new TreeSet<>(codes)));
    }
    return sorted.toString();
  }

  private static Stream<Condition> of(Question question) {
    return Stream.of(question.askIf(), question.askUnless()).filter(Objects::nonNull);
  }
}
