package org.saualnama.analysis;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.saualnama.estimate.IntervalMethod;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Item;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.weighting.Scheme;

/**
 * One question, as a steward wants to see it.
 *
 * @param item what is broken down
 * @param by what splits it
 * @param where item to the codes of which one must have been chosen
 * @param fixed whether variances take the weights as they are
 * @param collectors each apart, or all as one if {@code mixed}
 * @param releases oldest first; empty for the newest
 * @param independence whether the question is tested against {@code by}
 * @param reason why, for the audit log
 */
record AnalysisQuery(
    SurveyVersion version,
    Item item,
    List<Axis> by,
    Map<String, List<String>> where,
    Scheme scheme,
    boolean fixed,
    IntervalMethod interval,
    List<Metric> metrics,
    List<Collector> collectors,
    boolean mixed,
    List<Integer> releases,
    Comparison comparison,
    boolean independence,
    String language,
    String reason) {

  /** What splits or filters and is no segment: the tallies don't know it. */
  List<Item> others() {
    return Stream.concat(
            by.stream().filter(axis -> !axis.isCollector()).map(Axis::code),
            where.keySet().stream())
        .filter(code -> segment(code) < 0)
        .distinct()
        .map(version.items()::get)
        .toList();
  }

  /** The place of an item among the segments; negative if it is none. */
  int segment(String code) {
    return version.survey().segments().indexOf(code);
  }

  /** Which respondents are looked at together, in the order of the table. */
  List<List<Collector>> pools() {
    return mixed ? List.of(collectors) : collectors.stream().map(List::of).toList();
  }
}
