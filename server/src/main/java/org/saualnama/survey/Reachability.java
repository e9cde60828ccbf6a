package org.saualnama.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds questions that nobody can ever be asked. It reasons only from what a respondent must have
 * chosen to come so far, so that what it finds is certain; it does not find everything.
 */
final class Reachability {
  private final Draft draft;

  private Reachability(Draft draft) {
    this.draft = draft;
  }

  static void check(Draft draft, Problems problems) {
    if (draft.places().size() > Sizes.QUESTIONS) {
      return; // reported elsewhere; the ways through it might be longer than the stack
    }
    Reachability reachability = new Reachability(draft);
    for (Draft.Place place : draft.places()) {
      Way way = reachability.new Way();
      way.to(place.question());
      way.impossible()
          .ifPresent(
              item -> {
                String message = place + " can never be asked: no answer to '" + item;
                String mend = "change the conditions that lead here, or remove the question";
                problems.at(place.at("question"), message + "' leads to it", mend);
              });
      if (endsForAll(place.question())) {
        String message = place + " ends the survey for everybody";
        problems.at(place.at("screen_out"), message, "leave an option that goes on");
      }
    }
  }

  private static boolean endsForAll(Question question) {
    return alwaysAnswered(question) && goingOn(question).isEmpty() && !question.codes().isEmpty();
  }

  private static boolean alwaysAnswered(Question question) {
    return question.required()
        && question.type() != AnswerType.GRID
        && question.askIf() == null
        && question.askUnless() == null;
  }

  /** The codes that do not end the survey. */
  private static Set<String> goingOn(Question question) {
    Set<String> codes = new HashSet<>(question.codes());
    question.screenOut().forEach(codes::remove);
    return codes;
  }

  /** What must, and what can't, have been chosen on the way to a question. */
  private final class Way {
    private final Map<String, List<Set<String>>> needed = new HashMap<>();
    private final Map<String, Set<String>> excluded = new HashMap<>();

    void to(Question question) {
      if (question.askIf() != null) {
        question.askIf().anyOf().forEach(this::need);
      }
      if (question.askUnless() != null && question.askUnless().anyOf().size() == 1) {
        question.askUnless().anyOf().forEach(this::exclude);
      }
    }

    private void need(String code, Collection<String> codes) {
      Draft.Choice choice = draft.choices().get(code);
      if (choice == null || !choice.item().codes().containsAll(codes)) {
        return; // reported elsewhere
      }
      Question question = choice.item().question();
      Set<String> possible = goingOn(question);
      possible.retainAll(codes);
      List<Set<String>> before = needed.computeIfAbsent(code, c -> new ArrayList<>());
      if (before.contains(possible)) {
        return; // also ends a circle, which is reported elsewhere
      }
      before.add(possible);
      boolean given = question.setIf().stream().anyMatch(set -> codes.contains(set.code()));
      if (!given) {
        to(question);
      }
    }

    private void exclude(String code, Collection<String> codes) {
      excluded.computeIfAbsent(code, c -> new HashSet<>()).addAll(codes);
      Draft.Choice choice = draft.choices().get(code);
      if (choice != null && alwaysAnswered(choice.item().question())) {
        need(code, choice.item().codes());
      }
    }

    /** The item of which nothing is left to choose. */
    Optional<String> impossible() {
      return needed.keySet().stream().filter(code -> !canHold(code)).sorted().findFirst();
    }

    private boolean canHold(String code) {
      boolean several = draft.choices().get(code).item().question().type() == AnswerType.MULTIPLE;
      List<Set<String>> all = new ArrayList<>(needed.get(code));
      if (!several) {
        Set<String> common = new HashSet<>(all.get(0));
        all.forEach(common::retainAll);
        all.add(common);
      }
      Set<String> not = excluded.getOrDefault(code, Set.of());
      return all.stream().noneMatch(not::containsAll);
    }
  }
}
