package org.saualnama.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.authoring.PgDrafts;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Surveys;
import org.saualnama.survey.TargetFiles;

/** Finds what a trial shows: a published version, or a draft as it was in one revision. */
public final class PgTrials {
  private static final int REMEMBERED = 64;

  /**
   * What there is behind a link.
   *
   * @param survey open, with one version only; empty for a draft with problems
   */
  record Found(Optional<PublishedSurvey> survey) {
    static Found of(Optional<SurveyVersion> version) {
      return new Found(version.map(only -> new PublishedSurvey(List.of(only), true)));
    }
  }

  private final Vertx vertx;
  private final Surveys surveys;
  private final PgDrafts drafts;
  private final TargetFiles targets;

  /** Drafts as they were read; every page of a form needs its draft, and reading takes a while. */
  private final Map<Trial, Found> read =
      Collections.synchronizedMap(
          new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Trial, Found> eldest) {
              return size() > REMEMBERED;
            }
          });

  public PgTrials(Vertx vertx, Surveys surveys, PgDrafts drafts, TargetFiles targets) {
    this.vertx = vertx;
    this.surveys = surveys;
    this.drafts = drafts;
    this.targets = targets;
  }

  /** Empty where it is gone. */
  Future<Optional<Found>> find(Trial trial) {
    if (trial.draft() && trial.number() > 0) {
      Found known = read.get(trial);
      return known == null ? draft(trial) : Future.succeededFuture(Optional.of(known));
    }
    // A survey that is published and not changed since has the draft 0, which no revision keeps.
    Optional<SurveyVersion> version =
        surveys
            .find(trial.survey())
            .flatMap(s -> trial.draft() ? Optional.of(s.latest()) : s.version(trial.number()));
    return Future.succeededFuture(version.map(there -> Found.of(version)));
  }

  private Future<Optional<Found>> draft(Trial trial) {
    return drafts
        .revision(trial.survey(), trial.number())
        .compose(
            text ->
                text.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : vertx.executeBlocking(() -> Optional.of(read(trial, text.get()))));
  }

  private Found read(Trial trial, String definition) {
    boolean preview = trial.kind() == Trial.Kind.PREVIEW;
    String whole = preview ? withoutGaps(definition) : definition;
    Found found =
        Found.of(
            new DefinitionReader()
                .read("draft", whole, targets)
                .survey()
                .map(survey -> new SurveyVersion(survey, trial.number())));
    read.put(trial, found);
    return found;
  }

  private static String withoutGaps(String definition) {
    JsonNode tree = DefinitionSource.of("draft", definition).tree();
    return tree.isObject() ? DefinitionYaml.text(Stopgaps.filled(tree)) : definition;
  }

  /** What an author means; fails with a {@link Refusal} (not found) if it isn't there. */
  Future<Trial> of(String survey, TrialOrder order) {
    return newest(survey, order)
        .compose(
            trial ->
                trial.isEmpty()
                    ? missing()
                    : find(trial.get())
                        .compose(
                            found ->
                                found.isEmpty() ? missing() : Future.succeededFuture(trial.get())));
  }

  private Future<Optional<Trial>> newest(String survey, TrialOrder order) {
    Optional<Trial> named =
        order
            .version()
            .map(number -> Trial.ofVersion(order.kind(), survey, number))
            .or(() -> order.revision().map(r -> Trial.ofDraft(order.kind(), survey, r)));
    return named.isPresent()
        ? Future.succeededFuture(named)
        : drafts
            .find(survey)
            .map(draft -> draft.map(d -> Trial.ofDraft(order.kind(), survey, d.revision())));
  }

  private static Future<Trial> missing() {
    return Future.failedFuture(
        new Refusal(Reason.NOT_FOUND, "There is no such survey, version or revision to try."));
  }
}
