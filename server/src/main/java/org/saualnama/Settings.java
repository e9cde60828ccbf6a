package org.saualnama;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.saualnama.postgres.DatabaseUrl;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line and, behind each flag, the environment variable of the same name. */
@Command(
    name = "saualnama",
    description = "A server for opinion surveys.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false)
final class Settings {
  @Spec private CommandSpec spec;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      defaultValue = "${env:DATABASE_URL}",
      converter = DatabaseUrls.class,
      description =
          "DATABASE_URL: postgresql://user:password@host:port/database of a PostgreSQL 15 or newer;"
              + " without it, one is embedded. On the command line it must have no password, which"
              + " others on this machine could read.")
  private DatabaseUrl databaseUrl;

  @Option(
      names = "--port",
      defaultValue = "${env:PORT:-8080}",
      description = "PORT: where to serve (8080); 0 for any free port.")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "${env:BIND:-127.0.0.1}",
      description = "BIND: the address to serve on (127.0.0.1); 0.0.0.0 for all.")
  private String bind;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      defaultValue = "${env:PUBLIC_URL}",
      description = "PUBLIC_URL: how browsers reach this server (http://localhost:PORT).")
  private URI publicUrl;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      defaultValue = "${env:DATA_DIR}",
      description = "DATA_DIR: the embedded PostgreSQL's files (data; data-demo with --demo).")
  private Path dataDir;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      defaultValue = "${env:SECRET_FILE}",
      description =
          "SECRET_FILE: the server's secret, made if it is missing (DATA_DIR.secret, beside the folder, so that a copy of it lacks the secret).")
  private Path secretFile;

  @Option(
      names = "--survey-defs",
      paramLabel = "FOLDER",
      defaultValue = "${env:SURVEY_DEFS:-survey-defs}",
      description = "SURVEY_DEFS: the folder with the survey definitions (survey-defs).")
  private Path surveyDefs;

  @Option(
      names = "--leave-url",
      paramLabel = "URL",
      defaultValue = "${env:LEAVE_URL:-https://kk.wikipedia.org/}",
      description = "LEAVE_URL: where \"leave quickly\" leads (https://kk.wikipedia.org/).")
  private URI leaveUrl;

  @Option(
      names = "--reads-per-minute",
      paramLabel = "N",
      defaultValue = "${env:READS_PER_MINUTE:-3000}",
      description =
          "READS_PER_MINUTE: so often one address may ask for published figures, behind which may be"
              + " a whole school; 0 for no limit (3000).")
  private int readsPerMinute;

  @Option(
      names = "--demo",
      paramLabel = "N",
      defaultValue = "${env:DEMO:-0}",
      description =
          "DEMO: N synthetic respondents answer each survey. An installation is a demonstration"
              + " from its first start or never.")
  private int demo;

  @Option(
      names = "--log-level",
      defaultValue = "${env:LOG_LEVEL:-info}",
      description = "LOG_LEVEL: ${COMPLETION-CANDIDATES} (info).")
  private Config.LogLevel logLevel;

  @Option(
      names = "--log-format",
      defaultValue = "${env:LOG_FORMAT:-text}",
      description = "LOG_FORMAT: ${COMPLETION-CANDIDATES} (text).")
  private Config.LogFormat logFormat;

  @Option(
      names = "--admin-reset",
      description =
          "Prints a link with which somebody becomes admin, or sets an admin's password anew, and"
              + " exits; the server may be running.")
  private boolean adminReset;

  @Option(
      names = "--rotate-keys",
      description =
          "Makes a new key that signs access tokens, and exits; the server may be running.")
  private boolean rotateKeys;

  @Option(
      names = "--migrate",
      description =
          "Brings the schema up to date by MIGRATION_URL, gives the role of DATABASE_URL its rights,"
              + " and exits.")
  private boolean migrate;

  @Option(
      names = "--verify-audit",
      description =
          "Tells whether the audit log is as it was written, or its first broken link, and exits"
              + " with 0 or 1; the server may be running.")
  private boolean verifyAudit;

  @Mixin private OidcOptions oidc;
  @Mixin private BackupOptions backups;

  @Mixin private OperationOptions operation;

  @Mixin private SecurityOptions security;

  static final class DatabaseUrls implements CommandLine.ITypeConverter<DatabaseUrl> {
    @Override
    public DatabaseUrl convert(String url) {
      try {
        return DatabaseUrl.parse(url);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /**
   * The settings as one value.
   *
   * @throws ParameterException naming the setting that is wrong
   */
  Config config() {
    require(port >= 0 && port <= 65_535, "--port (PORT) must be from 0 to 65535");
    require(
        readsPerMinute >= 0 && readsPerMinute <= 1_000_000,
        "--reads-per-minute (READS_PER_MINUTE) must be from 0 to 1000000");
    require(demo >= 0 && demo <= 1_000_000, "--demo (DEMO) must be from 0 to 1000000");
    require(
        Files.isDirectory(surveyDefs), "--survey-defs (SURVEY_DEFS) must be a folder that exists");
    require(isWeb(leaveUrl), "--leave-url (LEAVE_URL) must start with http:// or https://");
    require(
        publicUrl == null || isWeb(publicUrl),
        "--public-url (PUBLIC_URL) must start with http:// or https://");
    Path data = dataDir != null ? dataDir : Path.of(demo > 0 ? "data-demo" : "data");
    return new Config(
        security.database(databaseUrl),
        port,
        bind,
        Optional.ofNullable(publicUrl),
        data,
        secretFile != null ? secretFile : data.resolveSibling(data.getFileName() + ".secret"),
        surveyDefs,
        leaveUrl,
        readsPerMinute,
        demo,
        logLevel,
        logFormat,
        oidc.settings(),
        operation.settings(),
        security.migration(databaseUrl),
        security.doorway(Optional.ofNullable(publicUrl), demo > 0));
  }

  /** What to do instead of serving. */
  Optional<Commands.Command> command() {
    Map<Commands.Command, Boolean> asked =
        Map.of(
            Commands.Command.ADMIN_RESET, adminReset,
            Commands.Command.ROTATE_KEYS, rotateKeys,
            Commands.Command.MIGRATE, migrate,
            Commands.Command.VERIFY_AUDIT, verifyAudit,
            Commands.Command.BACKUP, backups.backsUp(),
            Commands.Command.RESTORE, backups.restores());
    List<Commands.Command> chosen =
        Stream.of(Commands.Command.values()).filter(asked::get).toList();
    require(
        chosen.size() <= 1,
        "use --admin-reset, --rotate-keys, --migrate, --verify-audit, --backup or --restore, one at"
            + " a time");
    return chosen.stream().findFirst();
  }

  /** To back up into, or to restore from. */
  Optional<Path> backupFile() {
    return backups.file();
  }

  static boolean isWeb(URI uri) {
    return uri.getHost() != null && uri.getScheme() != null && uri.getScheme().matches("https?");
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
