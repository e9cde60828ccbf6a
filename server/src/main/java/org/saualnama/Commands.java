package org.saualnama;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.saualnama.audit.PgAudit;
import org.saualnama.audit.Verdict;
import org.saualnama.identity.PgIdentity;
import org.saualnama.identity.PgSetUp;
import org.saualnama.postgres.DatabaseRoles;
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
    ROTATE_KEYS,
    MIGRATE,
    VERIFY_AUDIT,
    BACKUP,
    RESTORE;

    /** Whether there is something to it only under the secret that was there before. */
    boolean needsSecret() {
      return this == BACKUP || this == RESTORE;
    }
  }

  private final Config config;
  private final Secret secret;
  private final Optional<Path> backup;
  private final Consumer<String> say;

  /**
   * What is done under {@code config}.
   *
   * @param backup the file to back up into, or to restore from
   */
  Commands(Config config, Secret secret, Optional<Path> backup, Consumer<String> say) {
    this.config = config;
    this.secret = secret;
    this.backup = backup;
    this.say = say;
  }

  /** Runs it; whether all is well. */
  boolean run(Command command, DatabaseRoles roles) throws IOException, TimeoutException {
    Backups backups = new Backups(secret, say);
    DatabaseUrl owner = roles.owner().orElse(roles.server());
    if (command == Command.BACKUP) {
      backups.make(owner, backup.orElseThrow());
      return true;
    }
    if (command == Command.RESTORE) {
      backups.restore(owner, backup.orElseThrow());
      Migrations.run(roles);
      return true;
    }
    return runJoined(command, roles);
  }

  private boolean runJoined(Command command, DatabaseRoles roles) throws TimeoutException {
    Migrations.run(roles);
    Vertx vertx = Vertx.vertx();
    try {
      Pool pool = Pools.open(vertx, roles.server());
      PgAudit audit = new PgAudit(pool, secret);
      PgIdentity identity = PgIdentity.of(vertx, pool, secret, audit, this::publicUrl);
      return PgInstallation.join(pool, secret, config.isDemo())
          .compose(joined -> run(command, identity, audit))
          .await(1, TimeUnit.MINUTES);
    } finally {
      vertx.close().await(1, TimeUnit.MINUTES);
    }
  }

  private Future<Boolean> run(Command command, PgIdentity identity, PgAudit audit) {
    return switch (command) {
      case BACKUP, RESTORE -> throw new IllegalArgumentException(command + " joins nothing");
      case ADMIN_RESET -> identity.setUp().forAdmin().map(this::tellLink).map(true);
      case MIGRATE -> {
        say.accept("The schema is up to date.");
        yield Future.succeededFuture(true);
      }
      case VERIFY_AUDIT -> audit.verify().map(this::tellVerdict);
      case ROTATE_KEYS ->
          identity
              .signingKeys()
              .rotate()
              .onSuccess(
                  rotated ->
                      say.accept(
                          "A new key signs from now on. The old one verifies for a quarter of an"
                              + " hour, until its last token has expired."))
              .map(true);
    };
  }

  private Void tellLink(String token) {
    say.accept("Set an admin's name and password within an hour, with the server running, at");
    say.accept("  " + PgSetUp.link(publicUrl(), token));
    return null;
  }

  private boolean tellVerdict(Verdict verdict) {
    say.accept(
        verdict
            .broken()
            .map(how -> "The audit log is broken: " + how + ".")
            .orElse("The audit log holds."));
    say.accept("Entries that hold: " + verdict.entries() + ", the last one's SHA-256:");
    say.accept("  " + verdict.head());
    return verdict.broken().isEmpty();
  }

  private URI publicUrl() {
    return config.publicUrl(config.port());
  }
}
