package org.saualnama.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.saualnama.survey.Item;
import org.saualnama.texts.Texts;

/**
 * Exact figures as plain numbers, for a page that shows them.
 *
 * @param by what each split is called, by its code
 * @param weights the scheme, as the API has it
 * @param release of which they are
 * @param answers codes, but for those that end the survey
 */
public record ExactLook(
    Item item,
    Map<String, String> by,
    String weights,
    int release,
    List<String> answers,
    List<Line> lines) {

  /**
   * One domain.
   *
   * @param categories one for each split
   * @param labels what they are called
   * @param answered how many, unweighted
   * @param cells by answer
   */
  public record Line(
      List<String> categories, List<String> labels, long answered, List<Cell> cells) {}

  /**
   * One share, from 0 to 1; empty where nobody is.
   *
   * @param error the standard error
   * @param differs whether another domain differs from it, by Holm at 5 %
   */
  public record Cell(
      OptionalDouble share,
      OptionalDouble error,
      OptionalDouble low,
      OptionalDouble high,
      boolean differs) {}

  /** Of the first pool of {@code analysis}. */
  static ExactLook of(Analysis analysis, Texts texts) {
    AnalysisQuery query = analysis.query();
    Item item = query.item();
    AnalysisTable table = new AnalysisTable(analysis, texts);
    Map<String, String> by = new LinkedHashMap<>();
    query.by().forEach(axis -> by.put(axis.code(), table.label(axis.code())));
    List<String> answers = item.counted();
    Set<List<String>> differing = differing(analysis);
    List<Line> lines = new ArrayList<>();
    for (int d = 0; d < analysis.domains().size(); d++) {
      Map<String, String> domain = analysis.domains().get(d);
      Figures figures = analysis.figures().get(d).get(0);
      lines.add(line(table, domain, figures, answers, differing));
    }
    Pool pool = analysis.pools().get(0);
    return new ExactLook(item, by, query.scheme().code(), pool.release(), answers, lines);
  }

  private static Line line(
      AnalysisTable table,
      Map<String, String> domain,
      Figures figures,
      List<String> answers,
      Set<List<String>> differing) {
    AnalysisQuery query = table.query();
    List<String> codes = query.by().stream().map(axis -> domain.get(axis.code())).toList();
    List<String> labels =
        query.by().stream().map(axis -> table.labels(axis).get(domain.get(axis.code()))).toList();
    String name = String.join(":", codes);
    return new Line(
        codes,
        labels,
        (long) figures.of(Metric.N, 0).orElse(0),
        answers.stream()
            .map(code -> cell(figures, query.item().places().get(code), differing, code, name))
            .toList());
  }

  private static Cell cell(
      Figures figures, int place, Set<List<String>> differing, String code, String domain) {
    return new Cell(
        figures.of(Metric.SHARE, place),
        figures.of(Metric.SE, place),
        figures.of(Metric.CI_LOW, place),
        figures.of(Metric.CI_HIGH, place),
        differing.contains(List.of(code, domain)));
  }

  /** Pairs of an answer and a domain that another one differs from. */
  private static Set<List<String>> differing(Analysis analysis) {
    Set<List<String>> differing = new HashSet<>();
    for (Compared pair : analysis.compared()) {
      if (pair.holm() < 0.05) {
        differing.add(List.of(pair.answer(), pair.a()));
        differing.add(List.of(pair.answer(), pair.b()));
      }
    }
    return differing;
  }
}
