package org.saualnama.postgres;

import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgSubscriber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what other nodes publish, and reconnects for as long as it takes. */
public final class PgListener {
  private static final Logger LOG = LoggerFactory.getLogger(PgListener.class);
  private static final long RECONNECT_MILLIS = 1_000;

  private PgListener() {}

  /** Runs {@code news} whenever {@code channel} is notified. */
  public static PgSubscriber listen(
      Vertx vertx, DatabaseUrl database, String channel, Runnable news) {
    PgSubscriber subscriber =
        PgSubscriber.subscriber(vertx, database.connectOptions())
            .reconnectPolicy(retries -> RECONNECT_MILLIS);
    subscriber.channel(channel).subscribeHandler(again -> news.run()).handler(word -> news.run());
    subscriber
        .connect()
        .onFailure(failure -> LOG.warn("can't hear of news yet, and tries again", failure));
    return subscriber;
  }
}
