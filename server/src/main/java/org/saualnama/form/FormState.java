package org.saualnama.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * All that is known of a form being filled in; it travels sealed inside the page, so that the
 * server keeps nothing and any node can take the next page.
 *
 * @param id the submission's, born with the first page, so that however often the last one arrives
 *     it is counted once
 * @param seed what the orders and wordings this respondent sees are drawn from
 * @param page the place of the page shown; {@link #CONSENT} before the first, and the number of
 *     pages when all is ready to be sent
 * @param furthest the furthest such place so far: going back and on again is no news
 * @param answers by question, or {@code question.option} for the text of an open option
 */
record FormState(
    UUID id,
    long seed,
    int version,
    String language,
    int page,
    int furthest,
    Map<String, JsonNode> answers) {
  static final int CONSENT = -1;

  FormState {
    answers = Map.copyOf(answers);
  }

  static FormState begin(UUID id, long seed, int version, String language) {
    return new FormState(id, seed, version, language, CONSENT, CONSENT, Map.of());
  }

  FormState in(String otherLanguage) {
    return new FormState(id, seed, version, otherLanguage, page, furthest, answers);
  }

  FormState at(int otherPage) {
    return new FormState(
        id, seed, version, language, otherPage, Math.max(furthest, otherPage), answers);
  }

  FormState with(Map<String, JsonNode> otherAnswers) {
    return new FormState(id, seed, version, language, page, furthest, new HashMap<>(otherAnswers));
  }
}
