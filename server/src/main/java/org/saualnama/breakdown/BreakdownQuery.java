package org.saualnama.breakdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.saualnama.refusal.Refusal;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Item;
import org.saualnama.survey.Survey;
import org.saualnama.survey.SurveyVersion;

/**
 * One question by segments under filters, checked against the survey.
 *
 * @param item what is broken down
 * @param by segments to split by, in the order asked for
 * @param where the one category of each segment filtered by
 */
public record BreakdownQuery(
    SurveyVersion version,
    Item item,
    List<String> by,
    Map<String, String> where,
    String collector,
    String language) {

  /** Filters count too. */
  public static final int MOST_DIMENSIONS = 2;

  private static final String WHERE = "where.";
  private static final List<String> KNOWN =
      List.of("question", "by", "where.{segment}", "collector", "release", "lang", "format");

  /**
   * Reads the query's parameters, each with all its values.
   *
   * @param collectors whose figures are published; the open link may always be asked for
   * @throws Refusal (malformed) naming the parameter and what there is instead
   */
  public static BreakdownQuery parse(
      SurveyVersion version, Map<String, List<String>> parameters, List<String> collectors) {
    Survey survey = version.survey();
    Map<String, String> where = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
      String name = parameter.getKey();
      if (name.startsWith(WHERE)) {
        String segment = segment(version, name, name.substring(WHERE.length()));
        where.put(segment, category(version, name, segment, one(parameters, name)));
      } else if (!KNOWN.contains(name)) {
        throw unknown(name, "parameter", KNOWN);
      }
    }
    List<String> by = by(version, parameters, where);
    checkTogether(version, by, where.keySet());
    return new BreakdownQuery(
        version,
        item(version, parameters),
        by,
        where,
        collector(parameters.getOrDefault("collector", List.of()), collectors),
        language(survey, parameters));
  }

  /** Segments may be named one by one or with a comma between them. */
  private static List<String> by(
      SurveyVersion version, Map<String, List<String>> parameters, Map<String, String> where) {
    List<String> by = new ArrayList<>();
    for (String names : parameters.getOrDefault("by", List.of())) {
      for (String segment : names.split(",", -1)) {
        segment(version, "by", segment);
        if (by.contains(segment) || where.containsKey(segment)) {
          throw Refusal.malformed(
              "by", "repeated", "'" + segment + "' is named twice: split or filter by it once.");
        }
        by.add(segment);
      }
    }
    return by;
  }

  /** Any two, or three that the survey crosses; never two of one segment. */
  private static void checkTogether(SurveyVersion version, List<String> by, Set<String> where) {
    List<String> all = Stream.concat(by.stream(), where.stream()).toList();
    if (sayTheSame(version, all)) {
      throw Refusal.malformed(
          "by", "repeated", "A segment and its grouping say the same: split or filter by one.");
    }
    whyNotTogether(version, all)
        .ifPresent(
            why -> {
              throw Refusal.malformed("by", "too_many_dimensions", why);
            });
  }

  private static boolean sayTheSame(SurveyVersion version, List<String> splits) {
    return splits.stream().map(code -> version.splits().get(code).segment()).distinct().count()
        < splits.size();
  }

  /** Why these splits of different segments can't be told at once, if they can't. */
  public static Optional<String> whyNotTogether(SurveyVersion version, List<String> splits) {
    List<List<String>> crossings = version.survey().crossings();
    boolean crossed = crossings.stream().map(Set::copyOf).anyMatch(Set.copyOf(splits)::equals);
    return splits.size() <= MOST_DIMENSIONS || crossed
        ? Optional.empty()
        : Optional.of(
            "At most "
                + MOST_DIMENSIONS
                + " segments, filters included, protect who answered"
                + (crossings.isEmpty() ? "." : ", and these: " + crossings + "."));
  }

  private static Item item(SurveyVersion version, Map<String, List<String>> parameters) {
    List<String> choices =
        version.items().values().stream().filter(Item::isChoice).map(Item::code).toList();
    String code = one(parameters, "question");
    if (!choices.contains(code)) {
      throw unknown("question", "question", choices);
    }
    return version.items().get(code);
  }

  private static String segment(SurveyVersion version, String parameter, String segment) {
    if (!version.splits().containsKey(segment)) {
      throw unknown(parameter, "segment", List.copyOf(version.splits().keySet()));
    }
    return segment;
  }

  private static String category(
      SurveyVersion version, String parameter, String segment, String category) {
    List<String> categories = version.splits().get(segment).codes();
    if (!categories.contains(category)) {
      throw unknown(parameter, "category", categories);
    }
    return category;
  }

  /**
   * The collector asked for by a parameter of these values; the open link if there is none.
   *
   * @throws Refusal (malformed) if nothing of it is published
   */
  public static String collector(List<String> values, List<String> published) {
    String open = Collector.OPEN.code();
    if (values.isEmpty()) {
      return open;
    }
    List<String> known = new ArrayList<>(published);
    if (!known.contains(open)) {
      known.add(0, open);
    }
    String asked = one(Map.of("collector", values), "collector");
    if (!known.contains(asked)) {
      throw unknown("collector", "collector", known);
    }
    return asked;
  }

  /**
   * The number of the release asked for; empty for the newest.
   *
   * @throws Refusal (malformed) if it can't be one
   */
  public static Optional<Integer> release(Map<String, List<String>> parameters) {
    if (!parameters.containsKey("release")) {
      return Optional.empty();
    }
    String number = one(parameters, "release");
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw Refusal.malformed(
          "release", "no_release", "Give the number of a release, such as 1, or leave it out.");
    }
    return Optional.of(Integer.valueOf(number));
  }

  private static String language(Survey survey, Map<String, List<String>> parameters) {
    if (!parameters.containsKey("lang")) {
      return survey.languages().get(0);
    }
    String language = one(parameters, "lang");
    if (!survey.languages().contains(language)) {
      throw unknown("lang", "language", survey.languages());
    }
    return language;
  }

  private static String one(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() != 1) {
      throw Refusal.malformed(name, "not_once", "Give '" + name + "' exactly once.");
    }
    return values.get(0);
  }

  private static Refusal unknown(String parameter, String what, List<String> known) {
    return Refusal.malformed(
        parameter,
        "unknown_" + what,
        "There is no such " + what + ". Use one of " + String.join(", ", known) + ".");
  }
}
