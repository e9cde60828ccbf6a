package org.saualnama.form;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.saualnama.survey.Survey;
import org.saualnama.survey.SurveyVersion;

/** The real surveys, so that the form is tried on what people will see. */
final class Definitions {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Definitions() {}

  static SurveyVersion mayNine() {
    return read("may9-kz.yaml");
  }

  static SurveyVersion feedback() {
    return read("event-feedback.yaml");
  }

  private static SurveyVersion read(String file) {
    try {
      Path path = Path.of("survey-defs").resolve(file);
      return of(Files.readString(Files.exists(path) ? path : Path.of("..").resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A survey written out in a test; its release policy is not read. */
  static SurveyVersion of(String yaml) {
    try {
      JsonNode tree = YAML.readTree(yaml);
      ((ObjectNode) tree).remove("release");
      return new SurveyVersion(YAML.treeToValue(tree, Survey.class), 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Questions in a survey that has nothing else; {@code pages} is YAML, indented by nothing. */
  static SurveyVersion ofPages(String pages) {
    return of(
        """
        survey: small
        languages: [kk, ru, en]
        title: {kk: "Сынақ", ru: "Проба", en: "Trial"}
        consent:
          text: {kk: "Келісесіз бе?", ru: "Согласны?", en: "Agree?"}
          agree: {kk: "Иә", ru: "Да", en: "Yes"}
          decline: {kk: "Жоқ", ru: "Нет", en: "No"}
        residual_options:
          hard_to_say: {kk: "Қиналамын", ru: "Затрудняюсь", en: "Hard to say"}
        segments: []
        core: a
        disclosure_items: {}
        pages:
        """
            + pages);
  }
}
