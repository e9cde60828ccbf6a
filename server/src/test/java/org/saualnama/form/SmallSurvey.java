package org.saualnama.form;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.saualnama.survey.Definitions;
import org.saualnama.survey.SurveyVersion;

/** A survey of a question or two, written out in a test. */
final class SmallSurvey {
  private static final String HEAD =
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
      """;

  private SmallSurvey() {}

  /** {@code pages} is YAML, indented by nothing. */
  static SurveyVersion ofPages(String pages) {
    try {
      String json = new YAMLMapper().readTree(HEAD + pages).toString();
      return new SurveyVersion(Definitions.survey(json), 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
