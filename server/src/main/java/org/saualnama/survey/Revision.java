package org.saualnama.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Decides whether a changed definition may follow a published version, whose answers must last. */
public final class Revision {
  private static final String KEEP =
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
   * change, languages and optional questions may be added, policies may tighten; the closing date
   * and the responses expected are free.
   */
  public static List<DefinitionProblem> problems(Survey published, Reading next) {
    if (next.survey().isEmpty()) {
      return next.problems();
    }
    Revision revision = new Revision(published, next.survey().get(), next.source());
    revision.wholes();
    revision.policies();
    revision.questions(Draft.of(revision.next, next.source(), path -> Optional.empty()).places());
    return revision.problems.inOrder();
  }

  private void wholes() {
    kept("survey", published.code(), next.code());
    kept("sensitivity", published.sensitivity(), next.sensitivity());
    kept("segments", published.segments(), next.segments());
    kept("core", published.core(), next.core());
    kept("weighting", published.weighting(), next.weighting());
    for (String language : published.languages()) {
      if (!next.languages().contains(language)) {
        String message = "the language '" + language + "' is gone from a published survey";
        problems.at("/languages", message, "restore it, for people may be answering in it");
      }
    }
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

  private void questions(List<Draft.Place> places) {
    Map<String, Draft.Place> now = new HashMap<>();
    places.forEach(place -> now.put(place.question().code(), place));
    List<String> order = new ArrayList<>();
    for (Question question : published.questions()) {
      Draft.Place place = now.remove(question.code());
      if (place == null) {
        String message = "question '" + question.code() + "' is gone from a published survey";
        problems.at("/pages", message, KEEP);
      } else {
        order.add(question.code());
        FrozenParts.check(question, place, problems);
      }
    }
    now.values().forEach(this::added);
    order(order, places);
  }

  private void added(Draft.Place place) {
    if (place.question().required() || !place.question().screenOut().isEmpty()) {
      String message = place + " is new in a published survey and required, or ends it for some";
      String mend = "let everybody skip it and go on, as those did who answered before";
      problems.at(place.at("question"), message, mend);
    }
  }

  private void order(List<String> before, List<Draft.Place> places) {
    List<Draft.Place> kept =
        places.stream().filter(place -> before.contains(place.question().code())).toList();
    for (int i = 0; i < kept.size(); i++) {
      if (!kept.get(i).question().code().equals(before.get(i))) {
        String message = kept.get(i) + " now comes before '" + before.get(i) + "'";
        String mend = "restore the order, for what was asked before colours an answer";
        problems.at(kept.get(i).at("question"), message, mend);
        return;
      }
    }
  }
}
