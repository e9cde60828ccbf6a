package org.saualnama;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.saualnama.audit.PgAudit;
import org.saualnama.identity.PgIdentity;
import org.saualnama.identity.PgSetUp;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.Migrations;
import org.saualnama.postgres.PgInstallation;
import org.saualnama.postgres.Pools;
import org.saualnama.secret.Secret;

/** What is done on the server's own machine, beside a server that runs or without one. */
final class Commands {
  /** One of them. */
  enum Command {
    ADMIN_RESET,
    ROTATE_KEYS
  }

  private final Config config;
  private final Secret secret;
  private final Consumer<String> say;

  Commands(Config config, Secret secret, Consumer<String> say) {
    this.config = config;
    this.secret = secret;
    this.say = say;
  }

  void run(Command command, DatabaseUrl database) throws TimeoutException {
    Migrations.run(database);
    Vertx vertx = Vertx.vertx();
    try {
      Pool pool = Pools.open(vertx, database);
      PgIdentity identity =
          PgIdentity.of(vertx, pool, secret, new PgAudit(pool, secret), this::publicUrl);
      PgInstallation.join(pool, secret, config.isDemo())
          .compose(joined -> run(command, identity))
          .await(1, TimeUnit.MINUTES);
    } finally {
      vertx.close().await(1, TimeUnit.MINUTES);
    }
  }

  private Future<Void> run(Command command, PgIdentity identity) {
    return switch (command) {
      case ADMIN_RESET -> identity.setUp().forAdmin().map(this::tellLink);
      case ROTATE_KEYS ->
          identity
              .signingKeys()
              .rotate()
              .onSuccess(
                  rotated ->
                      say.accept(
                          "A new key signs from now on. The old one verifies for a quarter of an"
                              + " hour, until its last token has expired."));
    };
  }

  private Void tellLink(String token) {
    say.accept("Set an admin's name and password within an hour, with the server running, at");
    say.accept("  " + PgSetUp.link(publicUrl(), token));
    return null;
  }

  private URI publicUrl() {
    return config.publicUrl().orElseGet(() -> URI.create("http://localhost:" + config.port()));
  }
}
