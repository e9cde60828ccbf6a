package org.saualnama.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saualnama.audit.Reason;
import org.saualnama.estimate.IntervalMethod;
import org.saualnama.refusal.Refusal;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Item;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.weighting.Scheme;

/** Reads a steward's query and holds it to the survey. */
final class AnalysisReading {
  private static final String WHERE = "where.";
  private static final List<String> KNOWN =
      List.of(
          "question",
          "by",
          "where.{question}",
          "groups.{question}",
          "weights",
          "variance",
          "interval",
          "metrics",
          "collector",
          "mixed",
          "release",
          "compare",
          "test",
          "lang",
          "format",
          "reason");

  private final SurveyVersion version;
  private final Parameters given;
  private final AxisReading axes;

  private AnalysisReading(SurveyVersion version, Parameters given) {
    this.version = version;
    this.given = given;
    this.axes = new AxisReading(version, given);
  }

  /**
   * Reads it.
   *
   * @throws Refusal (malformed) naming the parameter and what there is instead
   */
  static AnalysisQuery of(SurveyVersion version, Map<String, List<String>> parameters) {
    return new AnalysisReading(version, new Parameters(parameters)).query();
  }

  private AnalysisQuery query() {
    Map<String, List<String>> where = where();
    Item item = axes.item("question", given.one("question"));
    List<Collector> collectors = collectors();
    List<Axis> by = given.list("by").stream().map(code -> axes.axis(code, collectors)).toList();
    AnalysisQuery query =
        new AnalysisQuery(
            version,
            item,
            by,
            where,
            Scheme.of(given.choice("weights", schemes())).orElseThrow(),
            given.choice("variance", List.of("linearised", "fixed")).equals("fixed"),
            interval(),
            metrics(),
            collectors,
            given.choice("mixed", List.of("no", "yes")).equals("yes"),
            releases(),
            comparison(),
            given.choice("test", List.of("none", "rao-scott")).equals("rao-scott"),
            given.choice("lang", version.survey().languages()),
            Reason.of(given.all("reason")));
    Coherence.check(query);
    return query;
  }

  /** Filters, after a look at every name: a misspelt one would widen the answer. */
  private Map<String, List<String>> where() {
    Map<String, List<String>> where = new LinkedHashMap<>();
    for (String name : given.names()) {
      if (name.startsWith(WHERE)) {
        Item item = axes.item(name, name.substring(WHERE.length()));
        List<String> codes = given.list(name);
        codes.forEach(code -> Parameters.known(name, code, item.codes()));
        where.put(item.code(), codes);
      } else if (name.startsWith(AxisReading.GROUPS)) {
        String code = name.substring(AxisReading.GROUPS.length());
        Parameters.known(
            name, code, given.list("by").stream().filter(version.items()::containsKey).toList());
      } else if (!KNOWN.contains(name)) {
        throw Refusal.malformed(
            name,
            "unknown_parameter",
            "There is no such parameter. Use one of " + String.join(", ", KNOWN) + ".");
      }
    }
    return where;
  }

  /** The default first. */
  private List<String> schemes() {
    return version.survey().weighting() == null
        ? List.of("none")
        : List.of("calibrated", "raked", "trimmed", "none");
  }

  private IntervalMethod interval() {
    Map<String, IntervalMethod> methods = new LinkedHashMap<>();
    methods.put(IntervalMethod.DEFAULT.code(), IntervalMethod.DEFAULT);
    Arrays.stream(IntervalMethod.values()).forEach(method -> methods.put(method.code(), method));
    return methods.get(given.choice("interval", List.copyOf(methods.keySet())));
  }

  private List<Metric> metrics() {
    Set<Metric> metrics = new LinkedHashSet<>();
    for (String word : given.list("metrics")) {
      List<Metric> meant = Metric.of(word);
      if (meant.isEmpty()) {
        List<String> known = Arrays.stream(Metric.values()).map(Metric::code).toList();
        throw Refusal.malformed(
            "metrics",
            "unknown_value",
            "There is no such metric. Use some of ci, " + String.join(", ", known) + ".");
      }
      metrics.addAll(meant);
    }
    return metrics.isEmpty() ? Metric.USUAL : List.copyOf(metrics);
  }

  private List<Collector> collectors() {
    List<Collector> collectors = new ArrayList<>();
    for (String code : given.list("collector")) {
      try {
        collectors.add(Collector.of(code));
      } catch (IllegalArgumentException e) {
        throw Refusal.malformed(
            "collector",
            "unknown_value",
            "Use open, invited or interviewer, with ':' and the wave where there is one.");
      }
    }
    return collectors.isEmpty() ? List.of(Collector.OPEN) : collectors;
  }

  private List<Integer> releases() {
    return given.list("release").stream().map(AnalysisReading::number).sorted().toList();
  }

  private static int number(String text) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw Refusal.malformed(
          "release", "not_a_number", "Give numbers of releases, such as release=1,2.");
    }
    return Integer.parseInt(text);
  }

  private Comparison comparison() {
    Map<String, Comparison> known = new LinkedHashMap<>();
    Arrays.stream(Comparison.values()).forEach(one -> known.put(one.code(), one));
    return known.get(given.choice("compare", List.copyOf(known.keySet())));
  }
}
