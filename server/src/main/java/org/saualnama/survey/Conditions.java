package org.saualnama.survey;

import java.util.List;
import java.util.Map;

/** Holds conditions to answers that are known when they are looked at. */
final class Conditions {
  private final Draft draft;
  private final Problems problems;

  private Conditions(Draft draft, Problems problems) {
    this.draft = draft;
    this.problems = problems;
  }

  static void check(Draft draft, Problems problems) {
    Conditions conditions = new Conditions(draft, problems);
    for (Draft.Place place : draft.places()) {
      for (Draft.Dependence dependence : place.dependences()) {
        for (Map.Entry<String, List<String>> entry : dependence.condition().anyOf().entrySet()) {
          conditions.check(place, dependence, entry.getKey(), entry.getValue());
        }
      }
    }
  }

  private void check(
      Draft.Place place, Draft.Dependence dependence, String code, List<String> codes) {
    String pointer = dependence.pointer() + "/" + code;
    String named = place + " is " + dependence.verb() + " '" + code + "'";
    Draft.Choice choice = draft.choices().get(code);
    if (choice == null) {
      problems.at(pointer, named + ", which is " + whatItIs(code), mend(place));
      return;
    }
    if (choice.place().page() >= place.page()) {
      problems.at(pointer, named + ", which " + whenItComes(place, choice.place()), mend(place));
    }
    if (choice.item().isChoice()) {
      codes(choice.item(), pointer, named, codes);
    } else {
      problems.at(pointer, named + ", which has no options to name", mend(place));
    }
  }

  private void codes(Item item, String pointer, String named, List<String> codes) {
    for (int i = 0; i < codes.size(); i++) {
      if (!item.codes().contains(codes.get(i))) {
        String message = named + " = '" + codes.get(i) + "', which has no such option";
        problems.at(pointer + "/" + i, message, Problems.oneOf(item.codes()));
      }
    }
  }

  private String whatItIs(String code) {
    return draft
        .survey()
        .question(code)
        .map(grid -> "a grid, so that one of its rows must be named")
        .orElse("no question");
  }

  private static String whenItComes(Draft.Place place, Draft.Place target) {
    if (target.pointer().equals(place.pointer())) {
      return "is the question itself";
    }
    return target.page() == place.page()
        ? "is on the same page, and the form works without a script"
        : "comes later";
  }

  private String mend(Draft.Place place) {
    List<String> before = draft.itemsBefore(place.page());
    return before.isEmpty()
        ? "no page comes earlier; put the other question on one, or remove the condition"
        : Problems.oneOf(before) + ", of the pages before";
  }
}
