package org.saualnama.survey;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A published version, never changed, with the look-ups that each submission needs. */
public final class SurveyVersion {
  private final Survey survey;
  private final int number;
  private final Map<String, Question> questions;
  private final Map<String, Item> items;
  private final Map<String, List<Item>> itemsOf;
  private final Map<String, Split> splits;
  private final List<Item> strict;
  private final Milestones milestones;
  private final Map<Margin, List<Target>> targets = new ConcurrentHashMap<>();

  public SurveyVersion(Survey survey, int number) {
    this.survey = survey;
    this.number = number;
    this.questions =
        survey.questions().stream()
            .collect(toMap(Question::code, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    this.items =
        survey.items().stream()
            .collect(toMap(Item::code, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    this.splits = Split.of(survey);
    this.itemsOf = questions.values().stream().collect(toMap(Question::code, Question::items));
    this.strict = items.values().stream().filter(item -> item.question().strict()).toList();
    this.milestones = Milestones.of(survey);
  }

  public Survey survey() {
    return survey;
  }

  /** From 1 on, in the order of publication. */
  public int number() {
    return number;
  }

  public String code() {
    return survey.code();
  }

  /** By code, in the order of the form. */
  public Map<String, Question> questions() {
    return questions;
  }

  /** By code, in the order of the form. */
  public Map<String, Item> items() {
    return items;
  }

  public List<Item> itemsOf(Question question) {
    return itemsOf.get(question.code());
  }

  /** What results may be split by, by code: segments first, then groupings of them. */
  public Map<String, Split> splits() {
    return splits;
  }

  /** Those whose answers are kept by chance only. */
  public List<Item> strictItems() {
    return strict;
  }

  /** Where it may be counted how many came. */
  public Milestones milestones() {
    return milestones;
  }

  /** The shares of one of its margins, whose table is read once. */
  public List<Target> targets(Margin margin) {
    return targets.computeIfAbsent(margin, Margin::shares);
  }
}
