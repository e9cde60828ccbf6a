package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One text in one language, as a field.
 *
 * @param name as {@link EditForm} reads it
 * @param label what the text is, for those who don't see what it stands beside
 * @param rows how high the field is; 1 for a single line
 * @param missing whether it has no words and should have
 */
public record Cell(
    String id,
    String name,
    String label,
    String language,
    String value,
    int rows,
    boolean missing) {

  /**
   * The cells of one text, a language each.
   *
   * @param prefix of ids, of which each must be one on the page
   * @param needed whether a definition must have the text; else it is missing in a language only if
   *     it is there in another
   */
  static List<Cell> of(
      List<String> languages,
      String prefix,
      String field,
      JsonNode text,
      String label,
      int rows,
      boolean needed) {
    boolean wanted = needed || languages.stream().anyMatch(l -> !text.path(l).asText().isBlank());
    return languages.stream()
        .map(
            language -> {
              String value = text.path(language).asText();
              String name = "t." + field + "." + language;
              String id = prefix + "-" + name.replace('.', '-');
              boolean missing = wanted && value.isBlank();
              return new Cell(id, name, label, language, value, rows, missing);
            })
        .toList();
  }
}
