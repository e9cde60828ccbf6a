package org.saualnama.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.saualnama.texts.Texts;

/**
 * An analysis as CSV: its comparisons if it was asked for some, else its tests, else its cells; a
 * line each, with the sample type, weights and words of caution in every one.
 */
final class AnalysisCsv {
  private static final CsvMapper MAPPER = new CsvMapper();

  private final Analysis analysis;
  private final AnalysisQuery query;
  private final Texts texts;
  private final List<String> notes;

  /** Lines that end with {@code notes}. */
  AnalysisCsv(Analysis analysis, Texts texts, List<String> notes) {
    this.analysis = analysis;
    this.query = analysis.query();
    this.texts = texts;
    this.notes = notes;
  }

  /** UTF-8 with a header line. */
  byte[] bytes() {
    List<Map<String, Object>> lines = new ArrayList<>();
    if (query.comparison() != Comparison.NONE) {
      analysis.compared().forEach(row -> lines.add(compared(row)));
    } else if (query.independence()) {
      analysis.tested().forEach(test -> lines.add(tested(test)));
    } else {
      AnalysisTable table = new AnalysisTable(analysis, texts);
      table.lines().forEach(line -> lines.add(cells(table, line)));
    }
    if (lines.isEmpty()) {
      // Nobody to compare: a header alone would need names, and say nothing of why.
      lines.add(honest(new LinkedHashMap<>(Map.of("question", query.item().code())), List.of()));
    }
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
    Set<String> columns = new LinkedHashSet<>();
    lines.forEach(line -> columns.addAll(line.keySet()));
    columns.forEach(schema::addColumn);
    try {
      return MAPPER
          .writer(schema.build())
          .writeValueAsString(lines)
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and codes always have a CSV form", e);
    }
  }

  private Map<String, Object> cells(AnalysisTable table, AnalysisTable.Line cells) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("question", query.item().code());
    line.put("answer", cells.answer());
    line.put("answer_label", table.answerLabel(cells.answer()));
    line.putAll(cells.domain());
    line.put("release", cells.pool().release());
    line.putIfAbsent(Axis.COLLECTOR, cells.pool().collector());
    for (int i = 0; i < query.metrics().size(); i++) {
      line.put(query.metrics().get(i).code(), AnalysisJsonStat.number(cells.values().get(i)));
    }
    return honest(line, List.of(cells.pool()));
  }

  private Map<String, Object> compared(Compared row) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("question", query.item().code());
    line.put("answer", row.answer());
    line.putAll(row.domain());
    line.putAll(AnalysisJsonStat.difference(row));
    return honest(line, analysis.pools());
  }

  private Map<String, Object> tested(Tested tested) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("question", query.item().code());
    line.put("by", query.by().get(0).code());
    line.putAll(AnalysisJsonStat.tested(tested));
    return honest(line, List.of(tested.pool()));
  }

  /** What is true of the samples that the line is about; joined by ' | ' where they are several. */
  private Map<String, Object> honest(Map<String, Object> line, List<Pool> pools) {
    line.put("sample_type", joined(pools, pool -> Honesty.sampleType(pool.collectors())));
    line.put("respondents", joined(pools, pool -> Long.toString(pool.report().respondents())));
    line.put("respondents_n_eff", joined(pools, pool -> rounded(pool.report().effectiveSize())));
    line.put("respondents_deff", joined(pools, pool -> rounded(pool.report().designEffect())));
    line.put("uncovered", joined(pools, AnalysisCsv::uncovered));
    line.put("weights", query.scheme().code());
    line.put("variance", query.fixed() ? "fixed" : "linearised");
    line.put("interval", query.interval().code());
    line.put("note", String.join(" ", notes));
    return line;
  }

  private static String joined(List<Pool> pools, Function<Pool, String> fact) {
    return pools.stream().map(fact).collect(Collectors.joining(" | "));
  }

  private static String rounded(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "";
  }

  private static String uncovered(Pool pool) {
    return pool.report().uncovered().stream()
        .map(margin -> margin.margin() + " " + rounded(margin.share()))
        .collect(Collectors.joining("; "));
  }
}
