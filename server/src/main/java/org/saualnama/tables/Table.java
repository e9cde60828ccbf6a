package org.saualnama.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.breakdown.JsonStat;
import org.saualnama.breakdown.Labels;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Item;
import org.saualnama.survey.Split;
import org.saualnama.survey.Survey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.texts.Texts;
import org.saualnama.texts.Words;

/** One question of one survey by one collector, with all that its figures can be split by. */
record Table(SurveyVersion version, Item item, String collector, PublishedRelease release) {

  /** {@code survey:question:collector}, of which only the collector may hold a colon. */
  String id() {
    return version.code() + ":" + item.code() + ":" + collector;
  }

  /** The id of a grouping as a codelist. */
  String codelist(Split grouping) {
    return codelist(version.code(), grouping.code());
  }

  static String codelist(String survey, String grouping) {
    return survey + ":" + grouping;
  }

  /** The language asked for if the survey speaks it, else its first. */
  String language(String asked) {
    List<String> languages = version.survey().languages();
    return languages.contains(asked) ? asked : languages.get(0);
  }

  String label(String language, Texts texts) {
    Survey survey = version.survey();
    String collected = Labels.collector(Collector.of(collector), new Words(texts, language));
    String row = Labels.rowOf(item, language);
    return "%s: %s%s. %s"
        .formatted(
            survey.title().in(language),
            item.question().label().in(language),
            row.isEmpty() ? "" : ", " + row,
            collected);
  }

  /** In the order of tables, the figures' kind and the release last. */
  List<Variable> variables(String language, Texts texts) {
    List<Variable> variables = new ArrayList<>();
    variables.add(answer(language, texts));
    for (String segment : version.survey().segments()) {
      Split split = version.splits().get(segment);
      variables.add(Variable.segment(split, split, groupings(split), language));
    }
    variables.add(metric(language, texts));
    variables.add(
        new Variable(
            Variable.Kind.RELEASE,
            Variable.RELEASE,
            texts.text(language, "sheet.release"),
            Map.of(Integer.toString(release.number()), release.date()),
            List.of()));
    return variables;
  }

  private Variable answer(String language, Texts texts) {
    Map<String, String> labels = new LinkedHashMap<>();
    item.codes()
        .forEach(code -> labels.put(code, version.survey().label(item.question(), code, language)));
    String label = texts.text(language, "sheet.answer");
    return new Variable(Variable.Kind.ANSWER, Variable.ANSWER, label, labels, List.of());
  }

  private static Variable metric(String language, Texts texts) {
    Map<String, String> labels = new LinkedHashMap<>();
    JsonStat.METRICS.forEach(
        metric -> labels.put(metric, texts.text(language, "figures." + metric)));
    String label = texts.text(language, "figures.metric");
    return new Variable(Variable.Kind.METRIC, Variable.METRIC, label, labels, List.of());
  }

  /** Those of a segment. */
  private List<Split> groupings(Split segment) {
    return version.splits().values().stream()
        .filter(split -> split.isOfSameSegment(segment) && !split.code().equals(segment.code()))
        .toList();
  }
}
