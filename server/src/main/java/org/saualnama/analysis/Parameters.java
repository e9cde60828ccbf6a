package org.saualnama.analysis;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.refusal.Refusal;

/** A query's parameters, each with all its values; refuses what can't be, by name. */
public final class Parameters {
  private final Map<String, List<String>> values;

  public Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /** The names that were given. */
  public Collection<String> names() {
    return values.keySet();
  }

  /** The one value of a parameter that may be left out. */
  public Optional<String> optional(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw Refusal.malformed(name, "not_once", "Give '" + name + "' once.");
    }
    return given.stream().findFirst();
  }

  /** The one value of a parameter that must be there. */
  String one(String name) {
    return optional(name)
        .orElseThrow(
            () -> Refusal.malformed(name, "not_once", "Give '" + name + "' exactly once."));
  }

  /** All values as they were given. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Values given one by one, joined by commas, or both; each once, in order. */
  public List<String> list(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .collect(LinkedHashSet<String>::new, LinkedHashSet::add, LinkedHashSet::addAll)
        .stream()
        .toList();
  }

  /** {@code value} if it is one of {@code known}. */
  static String known(String name, String value, Collection<String> known) {
    if (!known.contains(value)) {
      throw Refusal.malformed(
          name,
          "unknown_value",
          "'" + name + "' has no such value. Use one of " + String.join(", ", known) + ".");
    }
    return value;
  }

  /** The parameter's value, one of {@code known}; the first of them if it is left out. */
  public String choice(String name, List<String> known) {
    return optional(name).map(value -> known(name, value, known)).orElse(known.get(0));
  }
}
