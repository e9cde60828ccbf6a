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
import org.saualnama.survey.Survey;

/** A breakdown as CSV: a line per answer and domain, codes beside their labels. */
public final class Csv {
  private static final CsvMapper MAPPER = new CsvMapper();

  private Csv() {}

  /**
   * UTF-8 with a header line.
   *
   * @param notice a last column for every line, if there is something to say of all figures
   */
  public static byte[] of(Breakdown breakdown, Optional<String> notice) {
    BreakdownQuery query = breakdown.query();
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int answer = 0; answer < query.item().codes().size(); answer++) {
      for (DomainRow domain : breakdown.domains()) {
        Map<String, Object> line = line(breakdown, domain, answer);
        notice.ifPresent(words -> line.put("notice", words));
        lines.add(line);
      }
    }
    return write(List.copyOf(lines.get(0).keySet()), lines);
  }

  /** Any table: a header line, then these. */
  public static byte[] write(List<String> columns, List<Map<String, Object>> lines) {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
    columns.forEach(schema::addColumn);
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
    FigureColumns.put(line, domain.row(), answer);
    return line;
  }
}
