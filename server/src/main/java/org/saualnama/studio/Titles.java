package org.saualnama.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.saualnama.survey.Page;
import org.saualnama.survey.Survey;
import org.saualnama.survey.Text;

/** What a survey is called in the language of whoever looks, or else in one of its own. */
final class Titles {
  private Titles() {}

  static String of(Survey survey, String language) {
    return Optional.ofNullable(survey.title().in(language))
        .orElseGet(() -> survey.title().in(survey.languages().get(0)));
  }

  /** What a page is called: its title, or else its first question. */
  static String of(Survey survey, Page page, String language) {
    Text words = page.title() == null ? page.questions().get(0).label() : page.title();
    if (words == null) {
      return page.code();
    }
    return Optional.ofNullable(words.in(language))
        .orElseGet(() -> words.in(survey.languages().get(0)));
  }

  /** What a draft's survey is called; it may have no title. */
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
