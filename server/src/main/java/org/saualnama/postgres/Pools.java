package org.saualnama.postgres;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;

/** Connections to the database, bounded in number and in how long one waits for them. */
public final class Pools {
  private Pools() {}

  public static Pool open(Vertx vertx, DatabaseUrl database) {
    return PgBuilder.pool()
        .with(
            new PoolOptions()
                .setMaxSize(12)
                .setMaxWaitQueueSize(1_000)
                .setConnectionTimeout(5)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS))
        .connectingTo(database.connectOptions())
        .using(vertx)
        .build();
  }
}
