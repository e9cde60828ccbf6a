package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A margin with its figures. */
public record MarginSheet(Sheet sheet, JsonNode node) {
  public String code() {
    return node.path("margin").asText();
  }

  public List<String> segments() {
    return Parts.strings(node.path("segments"));
  }

  /** Its segments in words. */
  public String label() {
    String language = sheet.frame().language();
    List<String> labels =
        segments().stream().map(s -> ConditionWords.label(sheet.tree(), s, language)).toList();
    return String.join(" × ", labels);
  }

  /** The figures as they are kept. */
  public String table() {
    return node.path("targets").asText();
  }
}
