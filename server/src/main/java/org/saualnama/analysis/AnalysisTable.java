package org.saualnama.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.saualnama.texts.Texts;

/** The cells of an analysis in the order of every format, and what its codes are called. */
final class AnalysisTable {
  /** Stands for all who answered, whatever they chose. */
  static final String ALL = "*";

  private final Analysis analysis;
  private final AnalysisQuery query;
  private final Texts texts;

  AnalysisTable(Analysis analysis, Texts texts) {
    this.analysis = analysis;
    this.query = analysis.query();
    this.texts = texts;
  }

  /** One domain of one answer in one pool. */
  record Line(String answer, Map<String, String> domain, Pool pool, List<OptionalDouble> values) {}

  AnalysisQuery query() {
    return query;
  }

  /** By answer, then domain, then pool; the values follow the query's metrics. */
  Stream<Line> lines() {
    List<Line> lines = new ArrayList<>();
    List<String> answers = answers();
    for (int answer = 0; answer < answers.size(); answer++) {
      for (int domain = 0; domain < analysis.domains().size(); domain++) {
        for (int pool = 0; pool < analysis.pools().size(); pool++) {
          lines.add(line(answers.get(answer), answer, domain, pool));
        }
      }
    }
    return lines.stream();
  }

  private Line line(String code, int answer, int domain, int pool) {
    Figures figures = analysis.figures().get(domain).get(pool);
    return new Line(
        code,
        analysis.domains().get(domain),
        analysis.pools().get(pool),
        query.metrics().stream().map(m -> figures.of(m, answer)).toList());
  }

  /** The question's codes, and all who answered. */
  List<String> answers() {
    List<String> answers = new ArrayList<>(query.item().codes());
    answers.add(ALL);
    return answers;
  }

  /** Each answer's words. */
  Map<String, String> answerLabels() {
    Map<String, String> labels = new LinkedHashMap<>();
    answers().forEach(code -> labels.put(code, answerLabel(code)));
    return labels;
  }

  /** What an answer is called. */
  String answerLabel(String code) {
    return code.equals(ALL) ? words("exact.all") : label(query.item().code(), code);
  }

  /** Each category's words; a group's are its name. */
  Map<String, String> labels(Axis axis) {
    Map<String, String> labels = new LinkedHashMap<>();
    axis.categories()
        .forEach(
            (name, codes) ->
                labels.put(
                    name,
                    codes.equals(List.of(name)) && !isCollector(axis.code())
                        ? label(axis.code(), name)
                        : name));
    return labels;
  }

  /** What an axis or a question is called. */
  String label(String item) {
    return isCollector(item)
        ? words("exact.collector")
        : query.version().items().get(item).question().label().in(query.language());
  }

  private boolean isCollector(String item) {
    return !query.version().items().containsKey(item);
  }

  private String label(String item, String code) {
    return query
        .version()
        .survey()
        .label(query.version().items().get(item).question(), code, query.language());
  }

  private String words(String key) {
    return texts.text(query.language(), key);
  }
}
