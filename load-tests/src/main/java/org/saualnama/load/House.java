package org.saualnama.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.EmbeddedServer;
import org.saualnama.secret.Secret;

/**
 * A durable PostgreSQL in a folder of its own, with the settings that an installation has, and the
 * real program on it in a process of its own, which can be shut and opened again.
 */
final class House implements AutoCloseable {
  private static final Pattern SERVING = Pattern.compile("Serving on http://localhost:(\\d+) .*");

  private final Path surveyDefs;
  private final String options;
  private final Path folder;
  private final Secret secret;
  private final EmbeddedServer postgres;
  private Process server;
  private int port;

  private House(
      Path surveyDefs, String options, Path folder, Secret secret, EmbeddedServer postgres) {
    this.surveyDefs = surveyDefs;
    this.options = options;
    this.folder = folder;
    this.secret = secret;
    this.postgres = postgres;
  }

  /**
   * An empty database, and nobody in front of it yet.
   *
   * @param options of the server's JVM
   */
  static House build(Path surveyDefs, String options) throws IOException {
    Path folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("load-tests/target")), "data");
    Secret secret = Secret.from(folder.resolve("secret"));
    EmbeddedServer postgres = EmbeddedServer.start(folder.resolve("data"), secret);
    return new House(surveyDefs, options, folder, secret, postgres);
  }

  /**
   * Starts the server, and says how long it takes until it serves.
   *
   * @param demo whether releases come as soon as there is enough for one; for a house, ever the
   *     same
   */
  Duration open(boolean demo) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.stream(options.split(" ")).filter(o -> !o.isBlank()).toList());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.saualnama.Main"));
    command.addAll(List.of("--demo", demo ? "1" : "0", "--port", "0", "--log-level", "warn"));
    command.addAll(List.of("--survey-defs", surveyDefs.toString(), "--reads-per-minute", "0"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DATABASE_URL", text(postgres.roles().server()));
    builder.environment().put("MIGRATION_URL", text(database()));
    builder.environment().put("SECRET_FILE", folder.resolve("secret").toString());
    long start = System.nanoTime();
    server = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    port = port(server);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String text(DatabaseUrl url) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(url.user(), url.password(), url.host(), url.port(), url.database());
  }

  private static int port(Process server) throws IOException {
    BufferedReader output = server.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher serving = SERVING.matcher(line);
      if (serving.matches()) {
        return Integer.parseInt(serving.group(1));
      }
    }
    throw new IllegalStateException("the server ended before it served");
  }

  /** Where it serves. */
  int port() {
    return port;
  }

  /** As its owner. */
  DatabaseUrl database() {
    return postgres.roles().owner().orElseThrow();
  }

  Secret secret() {
    return secret;
  }

  Processes server() {
    return new Processes(server.toHandle());
  }

  Processes postgres() throws IOException {
    Path pid = folder.resolve("data/postgres/postmaster.pid");
    long postmaster = Long.parseLong(Files.readAllLines(pid).get(0).strip());
    return new Processes(ProcessHandle.of(postmaster).orElseThrow());
  }

  /** Stops the server. */
  void shut() {
    server.destroy();
    server.onExit().join();
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      shut();
    }
    postgres.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
