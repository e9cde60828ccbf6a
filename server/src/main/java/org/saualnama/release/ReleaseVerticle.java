package org.saualnama.release;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import org.saualnama.survey.PgSurveys;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Surveys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again whether a release is due; on a worker thread, for opening takes a while.
 */
public final class ReleaseVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseVerticle.class);

  private final Surveys surveys;
  private final PgSurveys pgSurveys;
  private final PgReleaseCut cut;
  private final long pauseMillis;
  private final CutWatch watch;

  public ReleaseVerticle(
      Surveys surveys, PgSurveys pgSurveys, PgReleaseCut cut, long pauseMillis, CutWatch watch) {
    this.watch = watch;
    this.surveys = surveys;
    this.pgSurveys = pgSurveys;
    this.cut = cut;
    this.pauseMillis = pauseMillis;
  }

  @Override
  public Future<?> start() {
    lookLater();
    return Future.succeededFuture();
  }

  private void lookLater() {
    vertx.setTimer(
        pauseMillis,
        timer -> Future.succeededFuture().compose(go -> look()).onComplete(this::lookLater));
  }

  private void lookLater(AsyncResult<Void> looked) {
    if (looked.succeeded()) {
      watch.looked();
    }
    lookLater();
  }

  private Future<Void> look() {
    Future<Void> looked =
        pgSurveys
            .closeEnded()
            .onFailure(failure -> LOG.warn("could not close what has ended", failure));
    for (PublishedSurvey survey : surveys.all().values()) {
      // All have their turn, and one that failed is not forgotten for the last that went well.
      looked = looked.transform(before -> cut(survey).compose(done -> (Future<Void>) before));
    }
    return looked;
  }

  private Future<Void> cut(PublishedSurvey survey) {
    String code = survey.latest().code();
    long begin = System.nanoTime();
    return cut.cutIfDue(survey, watch::step)
        .onSuccess(
            done -> {
              if (done) {
                watch.cut(code, System.nanoTime() - begin);
                LOG.info("{} has a new release", code);
              }
            })
        .onFailure(
            failure -> {
              watch.failed(code);
              LOG.error("no release of {} could be cut", code, failure);
            })
        .mapEmpty();
  }
}
