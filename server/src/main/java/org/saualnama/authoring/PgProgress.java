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

  private static final String SET_ASIDE = "SELECT count(*) FROM set_aside WHERE survey = $1";

  private static final String OPENED =
      "SELECT max(cut_at) FROM release WHERE survey = $1 AND opened_box";

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
    return new PgReleases(pool).newest(code).compose(last -> of(survey, policy, last));
  }

  private Future<Progress> of(
      PublishedSurvey survey, ReleasePolicy policy, Optional<Release> last) {
    String code = survey.latest().code();
    Future<Long> waiting =
        waiting(code, Math.max(Roughly.ENOUGH, NextRelease.newcomers(policy, last)));
    Future<Optional<OffsetDateTime>> opened = opened(code);
    Future<Map<String, Long>> kinds = refused.of(code);
    Future<Integer> setAside = setAside(code);
    return Future.all(waiting, opened, kinds, setAside)
        .map(
            all ->
                new Progress(
                    survey,
                    Roughly.of(waiting.result()),
                    roughly(kinds.result()),
                    setAside.result(),
                    last,
                    NextRelease.of(
                        survey.state(),
                        policy,
                        last,
                        opened.result(),
                        waiting.result(),
                        OffsetDateTime.now(ZoneOffset.UTC))));
  }

  private Future<Long> waiting(String survey, long most) {
    return pool.preparedQuery(WAITING)
        .execute(Tuple.of(survey, most))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /** Exactly: it changes with a release, and with nobody's answer. */
  private Future<Integer> setAside(String survey) {
    return pool.preparedQuery(SET_ASIDE)
        .execute(Tuple.of(survey))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  private Future<Optional<OffsetDateTime>> opened(String survey) {
    return pool.preparedQuery(OPENED)
        .execute(Tuple.of(survey))
        .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime(0)));
  }

  private static Map<String, Roughly> roughly(Map<String, Long> kinds) {
    Map<String, Roughly> refused = new TreeMap<>();
    kinds.forEach((kind, many) -> refused.put(kind, Roughly.of(many)));
    return refused;
  }
}
