package org.saualnama.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Item;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.texts.Words;

/** How the exact door's API is asked for a wish. */
final class ExactWish {
  private ExactWish() {}

  /** Its parameters, but for the reason. */
  static Map<String, List<String>> parameters(Wish wish, String language) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(wish.breakdown(language));
    if (!wish.weights().isEmpty()) {
      parameters.put("weights", List.of(wish.weights()));
    }
    return parameters;
  }

  /** What a scheme of weights is called. */
  static String scheme(String code, Words words) {
    return words.say(code.equals("none") ? "microdata.weights.none" : "scheme." + code);
  }

  /** Whether its groups are compared: those of one question, nobody in two of them. */
  static boolean isCompared(SurveyVersion version, Wish wish) {
    if (wish.by().size() != 1) {
      return false;
    }
    Item by = version.items().get(wish.by().get(0));
    return by != null && by.question().type() != AnswerType.MULTIPLE;
  }
}
