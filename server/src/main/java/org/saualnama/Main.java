package org.saualnama;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.saualnama.demo.Demo;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.EmbeddedServer;
import org.saualnama.postgres.Migrations;
import org.saualnama.secret.Secret;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Starts one node, and tells on the way what it is doing. */
public final class Main {
  private static final int USAGE = 2;

  private Main() {}

  /** See {@code --help}. */
  public static void main(String[] arguments) {
    Config config = configOrExit(arguments);
    Logs.configure(config.logLevel(), config.logFormat());
    try {
      run(config);
    } catch (IOException | RuntimeException e) {
      System.err.println("Saualnama can't start: " + e.getMessage());
      System.exit(1);
    }
  }

  private static Config configOrExit(String[] arguments) {
    Settings settings = new Settings();
    CommandLine commandLine = new CommandLine(settings);
    try {
      commandLine.parseArgs(arguments);
      if (CommandLine.printHelpIfRequested(commandLine.getParseResult())) {
        System.exit(0);
      }
      return settings.config();
    } catch (ParameterException e) {
      System.err.println(e.getMessage() + System.lineSeparator() + "Run with --help for all settings.");
      System.exit(USAGE);
      throw e;
    }
  }

  private static void run(Config config) throws IOException {
    Optional<EmbeddedServer> embedded = Optional.empty();
    if (config.database().isEmpty()) {
      say("Starting PostgreSQL in " + config.dataDir() + " ...");
      embedded = Optional.of(EmbeddedServer.start(config.dataDir()));
    }
    DatabaseUrl database = config.database().or(() -> embedded.map(EmbeddedServer::url)).orElseThrow();
    say("Migrating " + database + " ...");
    Migrations.run(database);
    say("Loading " + config.surveyDefs() + " ...");
    App app = new App(config, database, secret(config));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app, embedded)));
    await(app.start());
  }
}
