package org.saualnama;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.saualnama.http.Doorway;
import org.saualnama.oidc.OidcSettings;
import org.saualnama.postgres.DatabaseRoles;
import org.saualnama.postgres.DatabaseUrl;

/**
 * All settings, read once by {@link Settings}.
 *
 * @param database where PostgreSQL is; empty for an embedded one in {@code dataDir}
 * @param port 0 for any free one
 * @param publicUrl how browsers reach this server; empty for localhost and the port
 * @param oidc an outside provider that vouches for people, if there is one
 * @param operation what its operator sees of it
 * @param readsPerMinute how often one client may ask for published figures; 0 for no limit
 * @param migration the role that owns the schema; empty where that of {@code database} does
 * @param doorway what lies between clients and the routes
 * @param demo how many synthetic respondents to send; 0 for a server that is no demonstration
 */
public record Config(
    Optional<DatabaseUrl> database,
    int port,
    String bind,
    Optional<URI> publicUrl,
    Path dataDir,
    Path secretFile,
    Path surveyDefs,
    URI leaveUrl,
    int readsPerMinute,
    int demo,
    LogLevel logLevel,
    LogFormat logFormat,
    Optional<OidcSettings> oidc,
    OperationSettings operation,
    Optional<DatabaseUrl> migration,
    Doorway doorway) {

  /** How much is logged. */
  public enum LogLevel {
    error,
    warn,
    info,
    debug
  }

  /** How a line of the log looks. */
  public enum LogFormat {
    text,
    json
  }

  /** The same, watched in another way. */
  Config withOperation(OperationSettings other) {
    return new Config(
        database,
        port,
        bind,
        publicUrl,
        dataDir,
        secretFile,
        surveyDefs,
        leaveUrl,
        readsPerMinute,
        demo,
        logLevel,
        logFormat,
        oidc,
        other,
        migration,
        doorway);
  }

  /** As whom to speak to an outside database. */
  Optional<DatabaseRoles> roles() {
    return database.map(server -> new DatabaseRoles(server, migration));
  }

  /** How browsers reach a server on {@code port}, where nothing else is said. */
  URI publicUrl(int port) {
    String scheme = doorway.tls().isPresent() ? "https" : "http";
    return publicUrl.orElseGet(() -> URI.create(scheme + "://localhost:" + port));
  }

  boolean isDemo() {
    return demo > 0;
  }
}
