package org.saualnama.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.breakdown.BreakdownQuery;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Item;
import org.saualnama.survey.SurveyVersion;

/**
 * What of a survey an address asks for.
 *
 * @param question the code of a question or of an item; "" for the whole page
 * @param item empty for the whole page and for a whole grid
 * @param by what to split it by; nothing for all there is
 */
record Asked(String question, Optional<Item> item, List<String> by) {
  static final Asked EVERYTHING = new Asked("", Optional.empty(), List.of());

  /**
   * Reads {@code question} and {@code by}, as a breakdown has them; {@code question} may be a whole
   * grid too, and a part of {@code by} be left blank in a form.
   *
   * @throws org.saualnama.refusal.Refusal (malformed) naming the parameter and what there is
   *     instead
   */
  static Asked of(SurveyVersion version, List<String> question, List<String> by) {
    List<String> splits = new ArrayList<>();
    by.stream()
        .flatMap(names -> List.of(names.split(",", -1)).stream())
        .filter(name -> !name.isBlank() && !splits.contains(name))
        .forEach(splits::add);
    if (question.isEmpty() && splits.isEmpty()) {
      return EVERYTHING;
    }
    List<String> asked = question.isEmpty() ? List.of(version.survey().core()) : question;
    boolean grid =
        version.questions().containsKey(asked.get(0))
            && version.questions().get(asked.get(0)).type() == AnswerType.GRID;
    if (grid && splits.isEmpty()) {
      return new Asked(asked.get(0), Optional.empty(), List.of());
    }
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("question", asked);
    if (!splits.isEmpty()) {
      parameters.put("by", splits);
    }
    BreakdownQuery query = BreakdownQuery.parse(version, parameters, List.of());
    return new Asked(query.item().code(), Optional.of(query.item()), query.by());
  }

  boolean isEverything() {
    return question.isEmpty();
  }

  /** As it stands in addresses; "" for the whole page. */
  String query() {
    return isEverything()
        ? ""
        : "question=" + question + (by.isEmpty() ? "" : "&by=" + String.join(",", by));
  }
}
