package org.saualnama.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    return honest(line);
  }

  private Map<String, Object> compared(Compared row) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("question", query.item().code());
    line.put("answer", row.answer());
    line.putAll(row.domain());
    line.putAll(AnalysisJsonStat.difference(row));
    return honest(line);
  }

  private Map<String, Object> tested(Tested tested) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("question", query.item().code());
    line.put("by", query.by().get(0).code());
    line.putAll(AnalysisJsonStat.tested(tested));
    return honest(line);
  }

  private Map<String, Object> honest(Map<String, Object> line) {
    line.put("weights", query.scheme().code());
    line.put("interval", query.interval().code());
    line.put("note", String.join(" ", notes));
    return line;
  }
}
