package org.saualnama.postgres;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
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
    return open(vertx, database, "general", MOST, LONGEST_STATEMENT);
  }

  /** For statements that a respondent waits for. */
  public static Pool openForIntake(Vertx vertx, DatabaseUrl database) {
    return open(vertx, database, "intake", MOST, LONGEST_INTAKE);
  }

  /** For asking whether the database is there, however busy the other pools are. */
  public static Pool openForHealth(Vertx vertx, DatabaseUrl database) {
    return open(vertx, database, "health", 1, LONGEST_INTAKE);
  }

  /**
   * A connection that says nothing for {@code silence} is given up, whoever waits for it: the
   * network may have forgotten it without a word, and the kernel would hope for hours.
   */
  private static Pool open(
      Vertx vertx, DatabaseUrl database, String name, int most, Duration silence) {
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
        .connectingTo(database.connectOptions())
        .using(vertx)
        .build();
  }
}
