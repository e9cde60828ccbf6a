package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said and settled for the survey as a whole. */
public record SurveySheet(Sheet sheet) {
  /** What a publication must say, in the order of the checklist. */
  static final List<String> DISCLOSURE =
      List.of(
          "strategy",
          "sponsor",
          "conducted_by",
          "population",
          "recruitment",
          "mode",
          "dates",
          "weighting",
          "processing",
          "limitations");

  /** A group of cells under one name. */
  public record Field(String label, List<Cell> cells) {}

  public boolean isOpen() {
    return sheet.at().equals("survey");
  }

  public boolean hasLanguage(String language) {
    return sheet.languages().contains(language);
  }

  public boolean isOrdinary() {
    return sheet.tree().path("sensitivity").asText().equals("ordinary");
  }

  public List<Field> beginning() {
    List<Field> fields = new ArrayList<>();
    for (String field : List.of("title", "consent.text", "consent.agree", "consent.decline")) {
      fields.add(field(field, sheet.say("field." + field), field.equals("consent.text") ? 6 : 1));
    }
    return fields;
  }

  public List<Field> residuals() {
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : sheet.tree().path("residual_options").properties()) {
      fields.add(field("residual_options." + entry.getKey(), entry.getKey(), 1));
    }
    return fields;
  }

  /** The usual residual options that the survey does not have yet. */
  public List<String> usualResiduals() {
    return SurveyEdits.USUAL.stream()
        .filter(code -> !sheet.tree().path("residual_options").has(code))
        .toList();
  }

  public List<Field> disclosure() {
    return DISCLOSURE.stream()
        .map(item -> field("disclosure_items." + item, sheet.say("disclosure." + item), 2))
        .toList();
  }

  private Field field(String field, String label, int rows) {
    JsonNode text = sheet.tree().at("/" + field.replace('.', '/'));
    return new Field(label, Cell.of(sheet.languages(), "survey", field, text, label, rows, true));
  }

  public List<MarginSheet> margins() {
    List<MarginSheet> margins = new ArrayList<>();
    sheet.tree().at("/weighting/margins").forEach(m -> margins.add(new MarginSheet(sheet, m)));
    return margins;
  }

  /** Segments that no margin weights by yet. */
  public List<String> unweighted() {
    List<String> segments = new ArrayList<>(Parts.strings(sheet.tree().path("segments")));
    margins().forEach(margin -> segments.removeAll(margin.segments()));
    return segments;
  }

  public List<Note> notes() {
    return sheet.notes().about("");
  }
}
