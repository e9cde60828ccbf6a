package org.saualnama.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Test submissions as CSV: a line for each, a column for each item that anybody answered. */
final class TestCsv {
  private static final CsvMapper MAPPER = new CsvMapper();
  private static final String FORMULA = "=+-@\t\r";

  private TestCsv() {}

  /** UTF-8 with a header line. */
  static byte[] of(List<TestSubmission> submissions) {
    Set<String> columns = new LinkedHashSet<>(List.of("revision", "version", "language"));
    List<Map<String, Object>> lines = new ArrayList<>();
    for (TestSubmission submission : submissions) {
      Map<String, Object> line = line(submission);
      columns.addAll(line.keySet());
      lines.add(line);
    }
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
    columns.forEach(schema::addColumn);
    try {
      return MAPPER
          .writer(schema.build())
          .writeValueAsString(lines)
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words and numbers always have a CSV form", e);
    }
  }

  private static Map<String, Object> line(TestSubmission submission) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(submission.draft() ? "revision" : "version", submission.number());
    line.put("language", submission.content().path("language").asText());
    submission
        .content()
        .path("answers")
        .properties()
        .forEach(answer -> line.put("answer." + answer.getKey(), cell(answer.getValue())));
    return line;
  }

  /** What a spreadsheet would take for a formula gets an apostrophe before it. */
  private static String cell(JsonNode answer) {
    String text =
        answer.isArray()
            ? answer.valueStream().map(JsonNode::asText).collect(Collectors.joining(" "))
            : answer.asText();
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return formula && !text.matches("-[0-9]+") ? "'" + text : text;
  }
}
