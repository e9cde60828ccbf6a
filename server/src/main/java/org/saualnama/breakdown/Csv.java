package org.saualnama.breakdown;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.disclosure.ProtectedRow;
import org.saualnama.disclosure.ProtectedShare;
import org.saualnama.survey.Survey;

/** A breakdown as CSV: a line per answer and domain, codes beside their labels. */
final class Csv {
  private static final CsvMapper MAPPER = new CsvMapper();

  private Csv() {}

  /**
   * UTF-8 with a header line.
   *
   * @param notice a last column for every line, if there is something to say of all figures
   */
  static byte[] of(Breakdown breakdown, Optional<String> notice) {
    BreakdownQuery query = breakdown.query();
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int answer = 0; answer < query.item().codes().size(); answer++) {
      for (DomainRow domain : breakdown.domains()) {
        Map<String, Object> line = line(breakdown, domain, answer);
        notice.ifPresent(words -> line.put("notice", words));
        lines.add(line);
      }
    }
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
    lines.get(0).keySet().forEach(schema::addColumn);
    try {
      return MAPPER
          .writer(schema.build())
          .writeValueAsString(lines)
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and labels always have a CSV form", e);
    }
  }

  private static Map<String, Object> line(Breakdown breakdown, DomainRow domain, int answer) {
    BreakdownQuery query = breakdown.query();
    Survey survey = query.version().survey();
    String code = query.item().codes().get(answer);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("release", breakdown.release().number());
    line.put("collector", query.collector());
    line.put("question", query.item().code());
    line.put("answer", code);
    line.put("answer_label", survey.label(query.item().question(), code, query.language()));
    domain
        .categories()
        .forEach(
            (segment, category) -> {
              line.put(segment, category);
              line.put(
                  segment + "_label",
                  query.version().splits().get(segment).label(category, query.language()));
            });
    putFigures(line, domain, answer);
    return line;
  }

  private static void putFigures(Map<String, Object> line, DomainRow domain, int answer) {
    Optional<ProtectedRow> row = domain.row();
    Optional<ProtectedShare> share = row.map(one -> one.shares().get(answer));
    Optional<ProtectedShare> told = share.filter(ProtectedShare::isTold);
    line.put("share_percent", told.map(ProtectedShare::percent).map(Csv::shortest).orElse(null));
    line.put("low_percent", told.map(ProtectedShare::low).map(Csv::shortest).orElse(null));
    line.put("high_percent", told.map(ProtectedShare::high).map(Csv::shortest).orElse(null));
    line.put("base", row.map(ProtectedRow::base).orElse(null));
    line.put("n_eff", row.map(ProtectedRow::effectiveSize).orElse(null));
    line.put("as_of", row.map(ProtectedRow::asOf).orElse(null));
    line.put("weighting", row.map(one -> one.weighted() ? "calibrated" : "none").orElse(null));
    line.put("status", share.map(one -> one.status().code()).orElse("c"));
  }

  /** 48 rather than 48.0. */
  private static Number shortest(double value) {
    return value == (int) value ? (Number) (int) value : (Number) value;
  }
}
