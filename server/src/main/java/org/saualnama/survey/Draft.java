package org.saualnama.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A definition that has the right shape, not yet known to have a meaning.
 *
 * @param choices what can be answered, by the codes of items and in the order of the form
 */
record Draft(
    Survey survey,
    DefinitionSource source,
    TargetFiles files,
    List<Place> places,
    Map<String, Choice> choices) {

  /** A rule that every definition keeps. */
  @FunctionalInterface
  interface Rule {
    void check(Draft draft, Problems problems);
  }

  /** A question and where it stands: its JSON pointer, and its page counted from 0. */
  record Place(String pointer, int page, Question question) {
    String at(String part) {
      return pointer + "/" + part;
    }

    @Override
    public String toString() {
      return "question '" + question.code() + "'";
    }

    /** All the conditions it depends on. */
    List<Dependence> dependences() {
      List<Dependence> all = new ArrayList<>();
      if (question.askIf() != null) {
        all.add(new Dependence(at("ask_if"), "asked if", question.askIf()));
      }
      if (question.askUnless() != null) {
        all.add(new Dependence(at("ask_unless"), "asked unless", question.askUnless()));
      }
      for (int i = 0; i < question.setIf().size(); i++) {
        Condition condition = question.setIf().get(i).condition();
        all.add(new Dependence(at("set_if/" + i + "/if"), "answered if", condition));
      }
      return all;
    }
  }

  /** A condition, where it stands, and what hangs on it. */
  record Dependence(String pointer, String verb, Condition condition) {}

  /** An item and where its question stands; of two that share a code, the first. */
  record Choice(Item item, Place place) {}

  static Draft of(Survey survey, DefinitionSource source, TargetFiles files) {
    List<Place> places = places(survey);
    Map<String, Choice> choices = new LinkedHashMap<>();
    for (Place place : places) {
      place.question().items().forEach(i -> choices.putIfAbsent(i.code(), new Choice(i, place)));
    }
    return new Draft(survey, source, files, places, choices);
  }

  /** All questions of a survey in the order of the form. */
  static List<Place> places(Survey survey) {
    List<Place> places = new ArrayList<>();
    for (int page = 0; page < survey.pages().size(); page++) {
      List<Question> questions = survey.pages().get(page).questions();
      for (int i = 0; i < questions.size(); i++) {
        places.add(new Place("/pages/" + page + "/questions/" + i, page, questions.get(i)));
      }
    }
    return places;
  }

  /** The codes of all items that come before a page and can be chosen from. */
  List<String> itemsBefore(int page) {
    return choices.values().stream()
        .filter(choice -> choice.place().page() < page && choice.item().isChoice())
        .map(choice -> choice.item().code())
        .toList();
  }
}
