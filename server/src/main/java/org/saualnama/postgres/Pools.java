package org.saualnama.postgres;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Connections to the database, bounded in number and in how long one waits for them. */
public final class Pools {
  private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(10);

  /** A little more than an intake waits: whatever hangs for longer hangs for good. */
  private static final Duration LONGEST_INTAKE = Duration.ofSeconds(12);

  private static final int MOST = 12;

  private Pools() {}

  /** For statements of any length: a release of millions says nothing for minutes. */
  public static Pool open(Vertx vertx, DatabaseUrl database) {
    return open(vertx, database.connectOptions(), "general", MOST, LONGEST_STATEMENT);
  }

  /** For statements that a respondent waits for, of which no tracer ever hears. */
  public static Pool openForIntake(Vertx vertx, DatabaseUrl database) {
    PgConnectOptions options = database.connectOptions();
    options.setTracingPolicy(TracingPolicy.IGNORE);
    return open(vertx, options, "intake", MOST, LONGEST_INTAKE);
  }

  /** For asking whether the database is there, however busy the other pools are. */
  public static Pool openForHealth(Vertx vertx, DatabaseUrl database) {
    return open(vertx, database.connectOptions(), "health", 1, LONGEST_INTAKE);
  }

  /**
   * A connection that says nothing for {@code silence} is given up, whoever waits for it: the
   * network may have forgotten it without a word, and the kernel would hope for hours.
   *
   * @param name by which metrics tell it from others
   */
  private static Pool open(
      Vertx vertx, PgConnectOptions options, String name, int most, Duration silence) {
    return PgBuilder.pool()
        .with(
            new PoolOptions()
                .setName(name)
                .setMaxSize(most)
                .setMaxWaitQueueSize(1_000)
                .setConnectionTimeout(5)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS))
        .with(
            new NetClientOptions()
                .setReadIdleTimeout((int) silence.toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS))
        .connectingTo(options)
        .using(vertx)
        .build();
  }
}
