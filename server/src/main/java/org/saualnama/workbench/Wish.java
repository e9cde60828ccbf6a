package org.saualnama.workbench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody picked, as it stands in the page's address; "" for what was left open.
 *
 * @param filter a segment and its one category, with a colon between them
 * @param weights the exact door's; published figures have one weighting
 */
public record Wish(
    String question,
    List<String> by,
    String filter,
    String collector,
    String release,
    String weights) {
  public Wish {
    by = List.copyOf(by);
  }

  /**
   * Reads it; what a form leaves blank is left open, and what is no wish is passed over.
   *
   * @param core what is shown as long as no question is picked
   */
  static Wish of(Map<String, List<String>> sent, String core) {
    List<String> by =
        sent.getOrDefault("by", List.of()).stream()
            .flatMap(names -> Stream.of(names.split(",", -1)))
            .filter(name -> !name.isBlank())
            .distinct()
            .toList();
    String question = first(sent, "question");
    return new Wish(
        question.isEmpty() ? core : question,
        by,
        first(sent, "filter"),
        first(sent, "collector"),
        first(sent, "release"),
        first(sent, "weights"));
  }

  private static String first(Map<String, List<String>> sent, String name) {
    return sent.getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("");
  }

  /** The same by a collector, if none was picked. */
  Wish orBy(String other) {
    return collector.isEmpty() ? new Wish(question, by, filter, other, release, weights) : this;
  }

  /** What the form picks at this place. */
  public boolean isBy(int place, String split) {
    return by.size() > place && by.get(place).equals(split);
  }

  /** What else stands in {@code by}, for which the form has no place. */
  public List<String> more() {
    return by.size() > 2 ? by.subList(2, by.size()) : List.of();
  }

  /** The filter's segment and category; the category is "" if there is none. */
  List<String> filterParts() {
    String[] parts = filter.split(":", 2);
    return parts.length == 2 ? List.of(parts) : List.of(parts[0], "");
  }

  /** As the breakdown of the API takes it. */
  Map<String, List<String>> breakdown(String language) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("question", List.of(question));
    if (!by.isEmpty()) {
      parameters.put("by", List.of(String.join(",", by)));
    }
    if (!filter.isEmpty()) {
      parameters.put("where." + filterParts().get(0), List.of(filterParts().get(1)));
    }
    if (!collector.isEmpty()) {
      parameters.put("collector", List.of(collector));
    }
    if (!release.isEmpty()) {
      parameters.put("release", List.of(release));
    }
    parameters.put("lang", List.of(language));
    return parameters;
  }

  /** As the page's own address has it. */
  public String query() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("question", List.of(question));
    parameters.put("by", by);
    put(parameters, "filter", filter);
    put(parameters, "collector", collector);
    put(parameters, "release", release);
    put(parameters, "weights", weights);
    return query(parameters);
  }

  private static void put(Map<String, List<String>> parameters, String name, String value) {
    if (!value.isEmpty()) {
      parameters.put(name, List.of(value));
    }
  }

  /** Each name with each of its values, fit for an address. */
  static String query(Map<String, List<String>> parameters) {
    List<String> parts = new ArrayList<>();
    parameters.forEach(
        (name, values) -> values.forEach(value -> parts.add(encoded(name) + "=" + encoded(value))));
    return parts.stream().collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
