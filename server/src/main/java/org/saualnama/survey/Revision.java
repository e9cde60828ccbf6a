package org.saualnama.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Decides whether a changed definition may follow a published version, whose answers must last. */
public final class Revision {
  static final String KEEP =
      "restore it, or publish a survey with a new code, for answers already given depend on it";

  private final Survey published;
  private final Survey next;
  private final Problems problems;

  private Revision(Survey published, Survey next, DefinitionSource source) {
    this.published = published;
    this.next = next;
    this.problems = new Problems(source);
  }

  /** Whether anything at all is different, even a word. */
  public static boolean changed(Survey published, Survey next) {
    return !published.equals(next);
  }

  /**
   * Why {@code next} can't be a new version of {@code published}; empty if it can. Texts may
   * change, languages and optional questions may be added, policies may tighten; the closing date,
   * the responses expected and the figures of targets are free.
   */
  public static List<DefinitionProblem> problems(Survey published, Reading next) {
    if (next.survey().isEmpty()) {
      return next.problems();
    }
    Revision revision = new Revision(published, next.survey().get(), next.source());
    revision.wholes();
    revision.policies();
    new FrozenQuestions(published, revision.next, revision.problems).check();
    return revision.problems.inOrder();
  }

  private void wholes() {
    kept("survey", published.code(), next.code());
    kept("sensitivity", published.sensitivity(), next.sensitivity());
    kept("segments", published.segments(), next.segments());
    kept("crossings", published.crossings(), next.crossings());
    kept("core", published.core(), next.core());
    published.groupings().forEach(this::kept);
    kept("weighting", withoutFigures(published), withoutFigures(next));
    for (String language : published.languages()) {
      if (!next.languages().contains(language)) {
        String message = "the language '" + language + "' is gone from a published survey";
        problems.at("/languages", message, "restore it, for people may be answering in it");
      }
    }
  }

  private static Weighting withoutFigures(Survey survey) {
    return survey.weighting() == null ? null : survey.weighting().withoutFigures();
  }

  /** Its words may change, and others may be added. */
  private void kept(Grouping before) {
    boolean there = next.groupings().stream().anyMatch(now -> meaning(now).equals(meaning(before)));
    if (!there) {
      String message = "the grouping '" + before.code() + "' of a published survey has changed";
      problems.at("/groupings", message, KEEP);
    }
  }

  private static List<Object> meaning(Grouping grouping) {
    List<Object> meaning = new ArrayList<>(List.of(grouping.code(), grouping.segment()));
    grouping.groups().forEach(group -> meaning.addAll(List.of(group.code(), group.codes())));
    return meaning;
  }

  private void kept(String field, Object before, Object now) {
    if (!Objects.equals(before, now)) {
      problems.at("/" + field, "'" + field + "' of a published survey has changed", KEEP);
    }
  }

  private void policies() {
    ReleasePolicy before = published.release();
    ReleasePolicy now = next.release();
    tightened("release/min_newcomers", before.minNewcomers(), now.minNewcomers());
    tightened("release/min_growth", before.minGrowth(), now.minGrowth());
    tightened("release/min_interval", before.minInterval(), now.minInterval());
    Integer base = published.disclosure().minBase();
    tightened("disclosure/min_base", base, next.disclosure().minBase());
  }

  private <T extends Comparable<T>> void tightened(String field, T before, T now) {
    if (now.compareTo(before) < 0) {
      String message = "'" + field.replace('/', '.') + "' falls from " + before + " to " + now;
      String mend = "use " + before + " or more, which respondents were promised";
      problems.at("/" + field, message, mend);
    }
  }
}
