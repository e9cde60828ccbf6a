package org.saualnama.microdata;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.saualnama.json.Json;

/** A codebook for programs, where a format has no labels of its own. */
final class CodebookJson {
  private CodebookJson() {}

  static String of(Codebook codebook) {
    Map<String, Object> json =
        Json.object(
            "survey", codebook.survey(),
            "title", codebook.title(),
            "language", codebook.language(),
            "release", codebook.release(),
            "rows", codebook.rows(),
            "unique_rows", codebook.unique(),
            "notes", codebook.notes(),
            "variables", codebook.variables().stream().map(CodebookJson::variable).toList());
    return new String(Json.write(json), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> variable(Variable variable) {
    return Json.object(
        "name", variable.name(),
        "question", variable.question(),
        "option", variable.code(),
        "measure", variable.measure().code(),
        "label", variable.label(),
        "text", variable.text(),
        "randomised", variable.randomised(),
        "values", variable.values());
  }
}
