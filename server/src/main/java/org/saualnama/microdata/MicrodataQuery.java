package org.saualnama.microdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.analysis.Parameters;
import org.saualnama.refusal.Refusal;
import org.saualnama.submission.Collector;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.weighting.Scheme;

/**
 * What a steward asks for.
 *
 * @param release its number; the newest if empty
 * @param collectors whose responses, in this order
 */
public record MicrodataQuery(
    SurveyVersion version,
    Format format,
    String language,
    Optional<Integer> release,
    List<Collector> collectors,
    Scheme scheme) {
  private static final List<String> KNOWN =
      List.of("format", "lang", "release", "collector", "weights", "reason");

  /**
   * Reads it.
   *
   * @throws Refusal (malformed) naming the parameter and what there is instead
   */
  public static MicrodataQuery of(SurveyVersion version, Map<String, List<String>> parameters) {
    Parameters given = new Parameters(parameters);
    given.names().stream()
        .filter(name -> !KNOWN.contains(name))
        .findFirst()
        .ifPresent(MicrodataQuery::refuse);
    return new MicrodataQuery(
        version,
        Format.of(given.choice("format", Format.codes())),
        given.choice("lang", version.survey().languages()),
        given.optional("release").map(MicrodataQuery::number),
        collectors(given.list("collector")),
        Scheme.of(given.choice("weights", schemes(version))).orElseThrow());
  }

  private static void refuse(String name) {
    throw Refusal.malformed(
        name,
        "unknown_parameter",
        "There is no such parameter. Use one of " + String.join(", ", KNOWN) + ".");
  }

  /** What its weights may be; the default first. */
  public static List<String> schemes(SurveyVersion version) {
    return version.survey().weighting() == null
        ? List.of("none")
        : List.of("calibrated", "raked", "trimmed", "none");
  }

  private static int number(String text) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw Refusal.malformed(
          "release", "not_a_number", "Give the number of one release, such as release=2.");
    }
    return Integer.parseInt(text);
  }

  private static List<Collector> collectors(List<String> codes) {
    List<Collector> collectors = new ArrayList<>();
    for (String code : codes) {
      try {
        collectors.add(Collector.of(code));
      } catch (IllegalArgumentException e) {
        throw Refusal.malformed(
            "collector",
            "unknown_value",
            "Use open, invited or interviewer, with ':' and the wave where there is one.");
      }
    }
    return collectors.isEmpty() ? List.of(Collector.OPEN) : List.copyOf(collectors);
  }
}
