package org.saualnama.analysis;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.saualnama.refusal.Refusal;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Item;
import org.saualnama.survey.SurveyVersion;

/** Reads which questions a query is about and how their codes are joined. */
final class AxisReading {
  /** Begins the name of a parameter that joins codes. */
  static final String GROUPS = "groups.";

  private final SurveyVersion version;
  private final Parameters given;

  AxisReading(SurveyVersion version, Parameters given) {
    this.version = version;
    this.given = given;
  }

  /** What {@code by} names: a question, or the collectors. */
  Axis axis(String code, List<Collector> collectors) {
    if (code.equals(Axis.COLLECTOR) && !version.items().containsKey(code)) {
      return Axis.of(collectors);
    }
    Item item = item("by", code);
    return given.names().contains(GROUPS + code) ? Axis.of(item, groups(item)) : Axis.of(item);
  }

  /** Each given as {@code name:code,code}. */
  private Map<String, List<String>> groups(Item item) {
    String parameter = GROUPS + item.code();
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (String group : given.all(parameter)) {
      String[] parts = group.split(":", 2);
      if (parts.length < 2 || !parts[0].matches("[A-Za-z0-9_-]{1,40}")) {
        throw Refusal.malformed(
            parameter, "no_group", "Write a group as name:code,code; one parameter for each.");
      }
      List<String> codes = List.of(parts[1].split(",", -1));
      codes.forEach(code -> Parameters.known(parameter, code, item.codes()));
      if (groups.put(parts[0], codes) != null) {
        throw Refusal.malformed(parameter, "repeated", "Name each group once, with all its codes.");
      }
    }
    return groups;
  }

  /** A question that can be broken down, or a row of one; {@code parameter} names it. */
  Item item(String parameter, String code) {
    Map<String, Item> choices =
        version.items().values().stream()
            .filter(Item::isChoice)
            .collect(toMap(Item::code, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    return choices.get(Parameters.known(parameter, code, choices.keySet()));
  }
}
