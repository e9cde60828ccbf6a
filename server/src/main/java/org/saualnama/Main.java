package org.saualnama;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.saualnama.demo.Demo;
import org.saualnama.postgres.DatabaseRoles;
import org.saualnama.postgres.EmbeddedServer;
import org.saualnama.postgres.Migrations;
import org.saualnama.secret.Secret;
import org.saualnama.survey.DefinitionFolder;
import org.saualnama.survey.Reading;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Starts one node, and tells on the way what it is doing. */
public final class Main {
  private static final int USAGE = 2;

  private Main() {}

  /** See {@code --help}. */
  public static void main(String[] arguments) {
    Settings settings = new Settings();
    Config config = configOrExit(settings, arguments);
    Logs.configure(config.logLevel(), config.logFormat());
    try {
      Optional<Commands.Command> command = settings.command();
      if (command.isPresent()) {
        if (!run(config, command.get(), settings.backupFile())) {
          System.exit(1);
        }
      } else {
        run(config);
      }
    } catch (IOException | TimeoutException | RuntimeException e) {
      System.err.println("Saualnama can't start: " + e.getMessage());
      System.exit(1);
    }
  }

  private static Config configOrExit(Settings settings, String[] arguments) {
    CommandLine commandLine = new CommandLine(settings);
    try {
      commandLine.parseArgs(arguments);
      if (CommandLine.printHelpIfRequested(commandLine.getParseResult())) {
        System.exit(0);
      }
      settings.command();
      return settings.config();
    } catch (ParameterException e) {
      System.err.println(
          e.getMessage() + System.lineSeparator() + "Run with --help for all settings.");
      System.exit(USAGE);
      throw e;
    }
  }

  private static boolean run(Config config, Commands.Command command, Optional<Path> backup)
      throws IOException, TimeoutException {
    if (command == Commands.Command.MIGRATE && config.roles().isPresent()) {
      // Of a deployment's first step the secret is no part: one made here would found the
      // installation under itself.
      Migrations.run(config.roles().get());
      say("The schema is up to date.");
      return true;
    }
    boolean founded = command.needsSecret() || config.roles().isPresent();
    if (founded && Files.notExists(config.secretFile())) {
      throw new IOException(
          "--secret-file (SECRET_FILE) is missing: put the installation's own in place");
    }
    Secret secret = secret(config);
    Commands commands = new Commands(config, secret, backup, Main::say);
    Optional<DatabaseRoles> running = config.roles();
    if (running.isEmpty()) {
      running = EmbeddedServer.running(config.dataDir(), secret);
    }
    if (running.isPresent()) {
      return commands.run(command, running.get());
    }
    try (EmbeddedServer own = EmbeddedServer.start(config.dataDir(), secret)) {
      return commands.run(command, own.roles());
    }
  }

  private static void run(Config config) throws IOException, TimeoutException {
    CompletableFuture<List<Reading>> definitions =
        CompletableFuture.supplyAsync(() -> DefinitionFolder.read(config.surveyDefs()));
    EmbeddedServer embedded = null;
    if (config.database().isEmpty()) {
      say("Starting PostgreSQL in " + config.dataDir() + " ...");
      embedded = EmbeddedServer.start(config.dataDir(), secret(config));
    }
    try {
      DatabaseRoles own = embedded == null ? null : embedded.roles();
      serve(config, config.roles().orElse(own), embedded, definitions);
    } catch (IOException | TimeoutException | RuntimeException e) {
      stop(null, embedded);
      throw e;
    }
  }

  private static void serve(
      Config config,
      DatabaseRoles database,
      EmbeddedServer embedded,
      CompletableFuture<List<Reading>> definitions)
      throws IOException, TimeoutException {
    say("Migrating the schema and loading " + config.surveyDefs() + " ...");
    Migrations.run(database);
    App app = new App(config, database.server(), secret(config));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app, embedded)));
    app.start(definitions).await(1, TimeUnit.MINUTES);
    tellAddresses(app, app.publicUrl());
    app.setUpLink().await(1, TimeUnit.MINUTES).ifPresent(Main::tellSetUp);
    if (config.isDemo()) {
      new Demo(URI.create("http://localhost:" + app.port()), Main::say)
          .send(app.surveys(), config.demo());
    }
  }

  private static Secret secret(Config config) throws IOException {
    try {
      return Secret.from(config.secretFile());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("--secret-file (SECRET_FILE) " + e.getMessage(), e);
    }
  }

  private static void tellAddresses(App app, URI address) {
    for (String survey : app.surveys().all().keySet()) {
      say("");
      say(survey);
      say("  form     " + address.resolve("/s/" + survey));
      say("  results  " + address.resolve("/results/" + survey));
      say("  API      " + address.resolve("/api/v1/surveys/" + survey));
    }
    say("");
    say("Serving on " + address + " (contract: /api/v1/openapi.yaml). Stop with Ctrl-C.");
  }

  private static void tellSetUp(URI link) {
    say("");
    say("Nobody can sign in yet. Set the first admin's name and password within an hour at");
    say("  " + link);
  }

  private static void stop(App app, EmbeddedServer embedded) {
    try {
      try {
        if (app != null) {
          app.drain().await(10, TimeUnit.SECONDS);
        }
      } finally {
        if (embedded != null) {
          embedded.close();
        }
      }
    } catch (IOException | TimeoutException e) {
      System.err.println("Saualnama did not stop in order: " + e.getMessage());
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
