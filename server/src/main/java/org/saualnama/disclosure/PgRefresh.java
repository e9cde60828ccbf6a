package org.saualnama.disclosure;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.saualnama.survey.PgSurveys;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Surveys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node's surveys and releases those of the database: on news, and now and then anyway.
 */
public final class PgRefresh {
  private static final Logger LOG = LoggerFactory.getLogger(PgRefresh.class);

  /** Whoever is read for longer is read anew. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final PgSurveys pgSurveys;
  private final Surveys surveys;
  private final PgRows rows;
  private final PgBreakOffs breakOffs;
  private Future<Void> underway = Future.succeededFuture();
  private Future<Void> next;
  private volatile long current = System.nanoTime();

  public PgRefresh(PgSurveys pgSurveys, Surveys surveys, PgRows rows, PgBreakOffs breakOffs) {
    this.pgSurveys = pgSurveys;
    this.surveys = surveys;
    this.rows = rows;
    this.breakOffs = breakOffs;
  }

  /** Since when this node may not know all that the database holds. */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - current);
  }

  /** Reads surveys first, so that no release is served whose survey is unknown. */
  public synchronized Future<Void> now() {
    if (next != null) {
      // It has not begun, and so will find what the caller knows of.
      return next;
    }
    if (underway.isComplete()) {
      return look();
    }
    // Two at once might end in the wrong order, and the older list would stand.
    Promise<Void> again = Promise.promise();
    next = again.future();
    underway.onComplete(done -> lookAgain().onComplete(again));
    return again.future();
  }

  private synchronized Future<Void> lookAgain() {
    next = null;
    return look();
  }

  private Future<Void> look() {
    long begin = System.nanoTime();
    underway =
        read()
            .timeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
            .onSuccess(done -> current = begin);
    return underway;
  }

  private Future<Void> read() {
    return pgSurveys
        .all()
        .compose(
            all -> {
              surveys.replace(all);
              return Future.all(all.values().stream().map(this::refresh).toList()).mapEmpty();
            });
  }

  private Future<Void> refresh(PublishedSurvey survey) {
    String code = survey.latest().code();
    return rows.refresh(survey)
        .compose(
            done ->
                breakOffs
                    .settle(code)
                    .onFailure(failure -> LOG.warn("break-offs can't be added up", failure))
                    // Nothing that readers see depends on it, and the next look tries again.
                    .otherwiseEmpty());
  }

  /** The same when a failure is no reason to stop: the next time will do. */
  public void quietly() {
    now().onFailure(failure -> LOG.warn("could not look for news", failure));
  }

  /** Looks now and then, should the database's word get lost. */
  public void poll(Vertx vertx, long millis) {
    vertx.setPeriodic(millis, timer -> quietly());
  }
}
