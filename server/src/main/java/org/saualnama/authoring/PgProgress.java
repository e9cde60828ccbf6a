package org.saualnama.authoring;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.saualnama.release.PgReleases;
import org.saualnama.release.Release;
import org.saualnama.submission.PgRefused;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.ReleasePolicy;

/** Finds how far a survey is, without counting closer than may be told. */
public final class PgProgress {
  private static final String WAITING =
      "SELECT count(*) FROM (SELECT FROM submission WHERE survey = $1 LIMIT $2) AS waiting";

  private final Pool pool;
  private final PgRefused refused;
  private final UnaryOperator<ReleasePolicy> pacing;

  /**
   * Looks at all surveys.
   *
   * @param pacing the policy that releases follow for the one a survey asks for
   */
  public PgProgress(Pool pool, PgRefused refused, UnaryOperator<ReleasePolicy> pacing) {
    this.pool = pool;
    this.refused = refused;
    this.pacing = pacing;
  }

  public Future<Progress> of(PublishedSurvey survey) {
    String code = survey.latest().code();
    ReleasePolicy policy = pacing.apply(survey.latest().survey().release());
    return new PgReleases(pool)
        .newest(code)
        .compose(
            last ->
                waiting(code, Math.max(Roughly.ENOUGH, NextRelease.newcomers(policy, last)))
                    .compose(
                        waiting ->
                            refused
                                .of(code)
                                .map(kinds -> progress(survey, policy, last, waiting, kinds))));
  }

  private Future<Long> waiting(String survey, long most) {
    return pool.preparedQuery(WAITING)
        .execute(Tuple.of(survey, most))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  private static Progress progress(
      PublishedSurvey survey,
      ReleasePolicy policy,
      Optional<Release> last,
      long waiting,
      Map<String, Long> kinds) {
    Map<String, Roughly> refused = new TreeMap<>();
    kinds.forEach((kind, many) -> refused.put(kind, Roughly.of(many)));
    return new Progress(
        survey,
        Roughly.of(waiting),
        refused,
        last,
        NextRelease.of(survey.state(), policy, last, waiting, OffsetDateTime.now(ZoneOffset.UTC)));
  }
}
