package org.saualnama.workbench;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.analysis.PgAnalysis;
import org.saualnama.breakdown.BreakdownQuery;
import org.saualnama.disclosure.PgPastReleases;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.texts.Words;

/** Looks up what somebody picked; what can't be is told, and no failure. */
public final class PgLooks {
  private final PgPastReleases releases;
  private final PgAnalysis analyses;

  public PgLooks(PgPastReleases releases, PgAnalysis analyses) {
    this.releases = releases;
    this.analyses = analyses;
  }

  /** Published figures. */
  Future<Outcome> published(PublishedSurvey published, Wish wish, Words words) {
    Map<String, List<String>> parameters = wish.breakdown(words.language());
    return told(
        Future.succeededFuture()
            .compose(begun -> releases.of(published, BreakdownQuery.release(parameters)))
            .map(
                told ->
                    Shown.of(
                        BreakdownQuery.parse(
                            told.version(), parameters, told.release().collectors()),
                        told.release(),
                        words)),
        wish,
        words);
  }

  /**
   * Exact figures, each look audited before it is answered.
   *
   * @param reason why, for the audit log
   */
  Future<Outcome> exact(SurveyVersion version, Wish wish, Words words, String who, String reason) {
    Map<String, List<String>> parameters =
        new LinkedHashMap<>(ExactWish.parameters(wish, words.language()));
    parameters.put("reason", List.of(reason));
    if (ExactWish.isCompared(version, wish)) {
      parameters.put("compare", List.of("pairwise"));
    }
    return told(
        Future.succeededFuture()
            .compose(begun -> analyses.look(version, who, parameters, words.texts()))
            .map(look -> ExactFigures.of(version, look, wish, words)),
        wish,
        words);
  }

  private static Future<Outcome> told(Future<Shown> shown, Wish wish, Words words) {
    return shown
        .map(Outcome::of)
        .recover(
            failure ->
                failure instanceof Refusal refusal
                    ? Future.succeededFuture(Outcome.refused(refusal, wish, words))
                    : Future.failedFuture(failure));
  }
}
