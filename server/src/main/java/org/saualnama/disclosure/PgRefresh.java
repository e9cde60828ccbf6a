package org.saualnama.disclosure;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
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

  private final PgSurveys pgSurveys;
  private final Surveys surveys;
  private final PgRows rows;
  private final PgBreakOffs breakOffs;
  private final AtomicInteger wanted = new AtomicInteger();
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
  public Future<Void> now() {
    long begin = System.nanoTime();
    return read().onSuccess(done -> current = begin);
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

  /**
   * The same when a failure is no reason to stop: the next time will do. News that comes meanwhile
   * is looked for afterwards, once.
   */
  public void quietly() {
    if (wanted.getAndIncrement() == 0) {
      look();
    }
  }

  private void look() {
    int before = wanted.get();
    now()
        .onFailure(failure -> LOG.warn("could not look for news", failure))
        .onComplete(
            done -> {
              if (!wanted.compareAndSet(before, 0)) {
                look();
              }
            });
  }

  /** Looks now and then, should the database's word get lost. */
  public void poll(Vertx vertx, long millis) {
    vertx.setPeriodic(millis, timer -> quietly());
  }
}
