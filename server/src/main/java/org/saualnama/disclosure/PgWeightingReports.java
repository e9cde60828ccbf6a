package org.saualnama.disclosure;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.json.Json;
import org.saualnama.release.Release;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Survey;
import org.saualnama.weighting.PgWeights;
import org.saualnama.weighting.Scheme;

/**
 * How releases were weighted, as anybody may know it: a function of the release and those before.
 */
public final class PgWeightingReports {
  private final PgWeights weights;

  public PgWeightingReports(PgWeights weights) {
    this.weights = weights;
  }

  /**
   * The report on a release.
   *
   * @param all the survey's releases, oldest first
   * @throws org.saualnama.refusal.Refusal (not found) if there is no such release, or no longer
   */
  public Future<Map<String, Object>> of(PublishedSurvey published, List<Release> all, int number) {
    Release release = PublishedReleases.told(all, number);
    return weights
        .of(published.latest().code(), number, Scheme.CALIBRATED)
        .compose(
            stored -> {
              List<Future<Optional<Map<String, Object>>>> views =
                  stored.keySet().stream().map(c -> view(published, all, number, c)).toList();
              return Future.all(views)
                  .map(done -> views.stream().flatMap(view -> view.result().stream()).toList());
            })
        .map(collectors -> body(published, release, collectors));
  }

  private static Map<String, Object> body(
      PublishedSurvey published, Release release, List<Map<String, Object>> collectors) {
    Survey survey = survey(published, release);
    return Json.object(
        "survey", survey.code(),
        "release", release.number(),
        "date", release.cutAt().toLocalDate().toString(),
        "scheme", Scheme.CALIBRATED.code(),
        "min_base", new DisclosureControl(survey).minBase(),
        "collectors", collectors);
  }

  private static Survey survey(PublishedSurvey published, Release release) {
    return published.version(release.version()).orElse(published.latest()).survey();
  }

  /** As of the last release until {@code number} for which enough had come. */
  private Future<Optional<Map<String, Object>>> view(
      PublishedSurvey published, List<Release> all, int number, String collector) {
    return weights
        .respondents(published.latest().code(), collector, Scheme.CALIBRATED)
        .map(counts -> ToldWeighting.asOf(until(all, number), r -> survey(published, r), counts))
        .compose(
            asOf ->
                asOf.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : view(survey(published, asOf.get()), collector, asOf.get().number()));
  }

  private static List<Release> until(List<Release> all, int number) {
    return all.stream().filter(release -> release.number() <= number).toList();
  }

  private Future<Optional<Map<String, Object>>> view(Survey survey, String collector, int asOf) {
    return weights
        .of(survey.code(), asOf, collector, Scheme.CALIBRATED)
        .map(stored -> stored.flatMap(one -> ProtectedWeighting.of(survey, collector, one)))
        .map(weighting -> weighting.map(told -> WeightingView.view(told, asOf)));
  }
}
