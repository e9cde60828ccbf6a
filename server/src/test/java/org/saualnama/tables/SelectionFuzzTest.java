package org.saualnama.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.saualnama.Parameters;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;

/** Whatever is selected of a table is a selection or is refused. */
final class SelectionFuzzTest {
  private static final List<String> CODES = List.of("18-24", "25-34", "35-44", "65plus", "a,b");

  @FuzzTest(maxDuration = "60s")
  void aQueryIsReadOrRefused(byte[] bytes) {
    String query = new String(bytes, UTF_8);
    Map<String, List<String>> parameters = Parameters.of(query);
    try {
      select(SelectionReading.of(parameters));
      OutputFormat.of(
          parameters.getOrDefault("outputformat", List.of()),
          parameters.getOrDefault("outputformatparams", List.of()));
    } catch (Refusal expected) {
      return;
    }
  }

  @FuzzTest(maxDuration = "60s")
  void aBodyIsReadOrRefused(byte[] body) {
    JsonNode tree;
    try {
      tree = Json.readUntrusted(body);
    } catch (IllegalArgumentException expected) {
      return;
    }
    try {
      select(SelectionReading.of(tree));
    } catch (Refusal expected) {
      return;
    }
  }

  private static void select(Selection selection) {
    selection
        .variables()
        .forEach((variable, chosen) -> ValueCodes.of(variable, CODES, chosen.values()));
  }
}
