package org.saualnama.microdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.saualnama.json.Json;

/**
 * Microdata as CSV after RFC 4180, in UTF-8: the rows with the definition's own codes, the codebook
 * with a line for each value, and notes.
 */
final class CsvFiles {
  private static final CsvMapper MAPPER = new CsvMapper();

  private CsvFiles() {}

  static RowWriter writer(Codebook codebook, LittleEndian out) {
    Map<String, String> beside = new LinkedHashMap<>();
    beside.put("notes.txt", notes(codebook));
    beside.put(codebook.name() + "-codebook.csv", codebook(codebook));
    String header =
        codebook.variables().stream().map(Variable::name).collect(Collectors.joining(","));
    List<Variable> variables = codebook.variables();
    return new ZippedRows(codebook, out, beside, header, cells -> line(variables, cells));
  }

  static String notes(Codebook codebook) {
    return codebook.title() + "\n\n" + String.join("\n\n", codebook.notes()) + "\n";
  }

  /** No cell needs quotes: codes have letters, digits, and four marks at most. */
  private static String line(List<Variable> variables, double[] cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      line.append(i == 0 ? "" : ",").append(cell(variables.get(i), cells[i]));
    }
    return line.toString();
  }

  /** A code, or a number as it is; nothing where there is no answer. */
  static String cell(Variable variable, double cell) {
    if (Double.isNaN(cell)) {
      return "";
    }
    if (variable.is(Variable.Kind.WEIGHT)) {
      return BigDecimal.valueOf(cell).toPlainString();
    }
    Value value = variable.value(cell);
    return value == null ? Integer.toString((int) cell) : value.code();
  }

  private static String codebook(Codebook codebook) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Variable variable : codebook.variables()) {
      if (variable.values().isEmpty()) {
        lines.add(line(variable, new Value("", 0, "", false), ""));
      }
      variable.values().forEach(v -> lines.add(line(variable, v, Integer.toString(v.number()))));
    }
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
    lines.get(0).keySet().forEach(schema::addColumn);
    try {
      return MAPPER.writer(schema.build()).writeValueAsString(lines);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words always have a CSV form", e);
    }
  }

  private static Map<String, Object> line(Variable variable, Value value, String number) {
    return Json.object(
        "variable", variable.name(),
        "question", variable.question(),
        "option", variable.code(),
        "measure", variable.measure().code(),
        "randomised", variable.randomised() ? 1 : 0,
        "label", variable.label(),
        "text", variable.text(),
        "code", value.code(),
        "number", number,
        "value_label", value.label(),
        "missing", value.residual() ? 1 : 0);
  }
}
