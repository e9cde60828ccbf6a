package org.saualnama.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.saualnama.survey.Survey;

/** What a survey is called in the language of whoever looks, or else in one of its own. */
final class Titles {
  private Titles() {}

  static String of(Survey survey, String language) {
    return Optional.ofNullable(survey.title().in(language))
        .orElseGet(() -> survey.title().in(survey.languages().get(0)));
  }

  /** The same of a draft, which may have none. */
  static Optional<String> of(JsonNode definition, String language) {
    JsonNode title = definition.path("title");
    String own = title.path(language).asText();
    if (!own.isBlank()) {
      return Optional.of(own);
    }
    for (JsonNode other : title) {
      if (!other.asText().isBlank()) {
        return Optional.of(other.asText());
      }
    }
    return Optional.empty();
  }
}
