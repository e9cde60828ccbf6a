package org.saualnama;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.saualnama.http.Doorway;
import org.saualnama.http.Tls;
import org.saualnama.http.TrustedProxies;
import org.saualnama.postgres.DatabaseUrl;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Who may do what to the database, and what lies between clients and the server. */
final class SecurityOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--database-password-file",
      paramLabel = "FILE",
      defaultValue = "${env:DATABASE_PASSWORD_FILE}",
      description =
          "DATABASE_PASSWORD_FILE: the file with the password of DATABASE_URL, which then has none.")
  private Path databasePasswordFile;

  @Option(
      names = "--migration-url",
      paramLabel = "URL",
      defaultValue = "${env:MIGRATION_URL}",
      converter = Settings.DatabaseUrls.class,
      description =
          "MIGRATION_URL: the same database for the role that owns the schema; that of DATABASE_URL"
              + " then only gets what serving needs.")
  private DatabaseUrl migrationUrl;

  @Option(
      names = "--migration-password-file",
      paramLabel = "FILE",
      defaultValue = "${env:MIGRATION_PASSWORD_FILE}",
      description = "MIGRATION_PASSWORD_FILE: the file with the password of MIGRATION_URL.")
  private Path migrationPasswordFile;

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      defaultValue = "${env:TLS_CERTIFICATE}",
      description =
          "TLS_CERTIFICATE: serve HTTPS with this certificate and its chain (PEM); read anew when"
              + " it changes (none: plain HTTP).")
  private Path tlsCertificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      defaultValue = "${env:TLS_KEY}",
      description = "TLS_KEY: its private key (PEM).")
  private Path tlsKey;

  @Option(
      names = "--trusted-proxies",
      paramLabel = "RANGES",
      defaultValue = "${env:TRUSTED_PROXIES:-}",
      description =
          "TRUSTED_PROXIES: addresses or ranges such as 127.0.0.1, 10.0.0.0/8, with commas between,"
              + " that are believed for whom they forward (none).")
  private String trustedProxies;

  /** The server's role, of what {@code --database-url} said. */
  Optional<DatabaseUrl> database(DatabaseUrl url) {
    return checked(url, "--database-url", databasePasswordFile);
  }

  /** The role that owns the schema, if it is another. */
  Optional<DatabaseUrl> migration(DatabaseUrl database) {
    require(
        migrationUrl == null || database != null,
        "--migration-url (MIGRATION_URL) is for the database of DATABASE_URL, which is missing");
    require(
        migrationUrl == null || !migrationUrl.user().equals(database.user()),
        "--migration-url (MIGRATION_URL) must name another role than DATABASE_URL");
    return checked(migrationUrl, "--migration-url", migrationPasswordFile);
  }

  private Optional<DatabaseUrl> checked(DatabaseUrl url, String option, Path passwordFile) {
    if (url == null) {
      return Optional.empty();
    }
    String variable = option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    require(
        url.password().isEmpty() || !spec.commandLine().getParseResult().hasMatchedOption(option),
        option
            + " must have no password, for others on this machine can read a command line: put the"
            + " URL into the variable "
            + variable
            + ", or the password into a file");
    return Optional.of(
        passwordFile == null ? url : url.withPassword(password(passwordFile, option)));
  }

  private String password(Path file, String option) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw wrong("the file with the password for " + option + " can't be read");
    }
  }

  /** What lies before the routes. */
  Doorway doorway(Optional<URI> publicUrl, boolean demo) {
    require(
        (tlsCertificate == null) == (tlsKey == null),
        "--tls-certificate (TLS_CERTIFICATE) and --tls-key (TLS_KEY) are needed together");
    require(
        tlsKey == null || !demo,
        "--demo (DEMO) sends its answers by plain HTTP: leave out --tls-certificate (TLS_CERTIFICATE)");
    Optional<Tls> tls =
        tlsKey == null ? Optional.empty() : Optional.of(new Tls(tlsCertificate, tlsKey));
    boolean encrypted =
        publicUrl.map(url -> url.getScheme().equals("https")).orElse(tls.isPresent());
    return new Doorway(proxies(), tls, encrypted);
  }

  private TrustedProxies proxies() {
    try {
      return TrustedProxies.parse(trustedProxies);
    } catch (IllegalArgumentException e) {
      throw wrong("--trusted-proxies (TRUSTED_PROXIES): " + e.getMessage());
    }
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw wrong(message);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
