package org.saualnama.trial;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Surveys;

/** Finds what a trial shows: a published version. */
public final class PgTrials {
  /**
   * What there is behind a link.
   *
   * @param survey open, with one version only; empty for a draft with problems
   */
  record Found(Optional<PublishedSurvey> survey) {}

  private final Surveys surveys;

  public PgTrials(Surveys surveys) {
    this.surveys = surveys;
  }

  /** Empty where it is gone. */
  Future<Optional<Found>> find(Trial trial) {
    return Future.succeededFuture(
        surveys
            .find(trial.survey())
            .flatMap(survey -> survey.version(trial.number()))
            .map(version -> new Found(Optional.of(new PublishedSurvey(List.of(version), true)))));
  }

  /** What an author means; fails with a {@link Refusal} (not found) if it isn't there. */
  Future<Trial> of(String survey, TrialOrder order) {
    Optional<PublishedSurvey> published = surveys.find(survey);
    Optional<Integer> version = order.version().or(() -> published.map(p -> p.latest().number()));
    return version
        .map(number -> Future.succeededFuture(Trial.ofVersion(order.kind(), survey, number)))
        .orElseGet(PgTrials::missing)
        .compose(
            trial ->
                find(trial)
                    .compose(found -> found.isEmpty() ? missing() : Future.succeededFuture(trial)));
  }

  private static Future<Trial> missing() {
    return Future.failedFuture(
        new Refusal(Reason.NOT_FOUND, "There is no such survey, version or revision to try."));
  }
}
