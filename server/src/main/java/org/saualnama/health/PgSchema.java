package org.saualnama.health;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Asks the database for its schema's version, once a second however many want to know. */
public final class PgSchema {
  private static final String VERSION =
      """
      SELECT coalesce(max(version::integer), 0) FROM flyway_schema_history WHERE success
      """;

  private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(1);
  private static final long PATIENCE_SECONDS = 3;

  private final Pool pool;
  private final LongSupplier nanos;
  private Future<OptionalInt> asked;
  private long since;

  public PgSchema(Pool pool, LongSupplier nanos) {
    this.pool = pool;
    this.nanos = nanos;
  }

  /** The newest migration that was run; empty if the database doesn't answer. */
  synchronized Future<OptionalInt> version() {
    long now = nanos.getAsLong();
    if (asked == null || now - since > GOOD_FOR) {
      since = now;
      asked =
          pool.query(VERSION)
              .execute()
              .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .map(rows -> OptionalInt.of(rows.iterator().next().getInteger(0)))
              .otherwise(OptionalInt.empty());
    }
    return asked;
  }
}
