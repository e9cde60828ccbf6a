package org.saualnama.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;
import org.saualnama.survey.SetIf;
import org.saualnama.survey.SurveyVersion;

/**
 * Which questions a respondent is asked, given what was answered so far: the skip logic.
 *
 * @param asked codes of the questions asked
 * @param choices item to codes, of the questions asked and of those whose answer follows from
 *     earlier ones
 * @param screenedOut the items whose answer ends the survey
 */
public record Routing(
    Set<String> asked, Map<String, List<String>> choices, List<String> screenedOut) {

  /**
   * Walks the questions in the order of the form; an answer to a question not asked counts for
   * nothing.
   */
  public static Routing of(SurveyVersion version, Map<String, List<String>> given) {
    int room = 2 * version.items().size();
    Routing routing = new Routing(new HashSet<>(room), new HashMap<>(room), new ArrayList<>());
    for (Question question : version.questions().values()) {
      routing.pass(question, version.itemsOf(question), given);
    }
    return routing;
  }

  private void pass(Question question, List<Item> items, Map<String, List<String>> given) {
    if (!isWanted(question)) {
      return;
    }
    for (SetIf set : question.setIf()) {
      if (set.condition().holdsFor(choices)) {
        choices.put(question.code(), List.of(set.code()));
        return;
      }
    }
    asked.add(question.code());
    for (Item item : items) {
      List<String> chosen = given.get(item.code());
      if (chosen != null) {
        choices.put(item.code(), chosen);
        if (!question.screenOut().isEmpty()
            && !Collections.disjoint(chosen, question.screenOut())) {
          screenedOut.add(item.code());
        }
      }
    }
  }

  private boolean isWanted(Question question) {
    return (question.askIf() == null || question.askIf().holdsFor(choices))
        && (question.askUnless() == null || !question.askUnless().holdsFor(choices));
  }
}
