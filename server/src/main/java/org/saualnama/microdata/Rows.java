package org.saualnama.microdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.saualnama.json.Json;
import org.saualnama.microdata.Variable.Kind;

/** Turns a response as it is kept into the cells of its row. */
final class Rows {
  private static final int COLLECTOR = 0;
  private static final int RELEASE = 1;

  /** Where a code goes: the cell, and what is written there. */
  private record Place(int cell, int number) {}

  private final int width;
  private final OptionalInt weight;
  private final Map<String, Map<String, Place>> places = new HashMap<>();
  private final Map<String, List<Integer>> flags = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  Rows(Codebook codebook) {
    width = codebook.variables().size();
    weight = codebook.weight();
    for (int i = weight.isPresent() ? RELEASE + 2 : RELEASE + 1; i < width; i++) {
      add(codebook.variables().get(i), i);
    }
  }

  private void add(Variable variable, int cell) {
    String question = variable.question();
    Map<String, Place> codes = places.computeIfAbsent(question, any -> new HashMap<>());
    if (variable.is(Kind.FLAG)) {
      flags.computeIfAbsent(question, any -> new ArrayList<>()).add(cell);
      codes.put(variable.code(), new Place(cell, 1));
      return;
    }
    variable.values().forEach(v -> codes.put(v.code(), new Place(cell, v.number())));
    if (variable.is(Kind.NUMBER)) {
      numbers.put(question, cell);
    }
  }

  /**
   * One row; NaN where there is no answer.
   *
   * @param collector its number among those of the codebook, from 1 on
   * @param release in which it was first counted
   * @param weighs its weight, or NaN
   * @param answers as the database has them: item to code or codes, in JSON
   */
  double[] cells(int collector, int release, double weighs, String answers) {
    double[] cells = new double[width];
    Arrays.fill(cells, Double.NaN);
    cells[COLLECTOR] = collector;
    cells[RELEASE] = release;
    weight.ifPresent(cell -> cells[cell] = weighs);
    for (Map.Entry<String, JsonNode> answer : read(answers).properties()) {
      String question = answer.getKey();
      flags.getOrDefault(question, List.of()).forEach(cell -> cells[cell] = 0);
      if (answer.getValue().isArray()) {
        answer.getValue().forEach(code -> fill(cells, question, code.asText()));
      } else {
        fill(cells, question, answer.getValue().asText());
      }
    }
    return cells;
  }

  private void fill(double[] cells, String question, String code) {
    Place place = places.getOrDefault(question, Map.of()).get(code);
    if (place != null) {
      cells[place.cell()] = place.number();
    } else if (numbers.containsKey(question)) {
      cells[numbers.get(question)] = Integer.parseInt(code);
    }
  }

  private static JsonNode read(String answers) {
    try {
      return Json.read(answers.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
