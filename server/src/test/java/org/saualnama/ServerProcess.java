package org.saualnama;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.postgres.TestDatabase;

/** The real program in a process of its own, so that it can be killed as machines kill. */
public final class ServerProcess {
  private static final Pattern SERVING = Pattern.compile("Serving on (https?://localhost:\\d+) .*");

  private final Process process;
  private final URI address;

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts a demonstration server and waits until it serves.
   *
   * @param folder for its data and secret
   * @param settings environment variables
   */
  public static ServerProcess start(Path folder, Map<String, String> settings) {
    return start(program(folder), settings);
  }

  /** The same with its log in a file, or to whatever the system calls one. */
  public static ServerProcess startWithLog(Path folder, Map<String, String> settings, Path log) {
    return start(program(folder).redirectError(log.toFile()), settings);
  }

  /** One that is no demonstration, for those don't speak TLS; with its log in a file. */
  static ServerProcess startInEarnest(Path folder, Map<String, String> settings, Path log) {
    return start(inEarnest(folder).redirectError(log.toFile()), settings);
  }

  private static ServerProcess start(ProcessBuilder program, Map<String, String> settings) {
    try {
      Process process = launch(program, settings);
      return new ServerProcess(process, address(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, on an outside PostgreSQL, with its log in a file. */
  public static ServerProcess startWithLog(Path folder, DatabaseUrl database, Path log) {
    return startWithLog(folder, on(database), log);
  }

  /** The same, on an outside PostgreSQL. */
  public static ServerProcess start(Path folder, DatabaseUrl database) {
    return start(folder, on(database));
  }

  /** Starts one and waits for nothing: it may be killed before it serves. */
  public static Process launch(Path folder, DatabaseUrl database) {
    try {
      return launch(program(folder), on(database));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process launch(ProcessBuilder builder, Map<String, String> settings)
      throws IOException {
    builder.environment().putAll(settings);
    builder.environment().put("PORT", "0");
    Process process = builder.start();
    // A test that fails must not leave a server behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process;
  }

  private static Map<String, String> on(DatabaseUrl database) {
    return Map.of("DATABASE_URL", TestDatabase.text(database));
  }

  /** Runs the program for one command and returns what it says. */
  public static String run(Path folder, String command) {
    return run(folder, Map.of(), command);
  }

  /** The same under {@code settings}. */
  static String run(Path folder, Map<String, String> settings, String command) {
    ProcessBuilder program = program(folder, command);
    program.environment().putAll(settings);
    return run(program);
  }

  /** The same under settings in an installation that is no demonstration. */
  static String runInEarnest(Path folder, Map<String, String> settings, String command) {
    ProcessBuilder program = inEarnest(folder, command);
    program.environment().putAll(settings);
    return run(program);
  }

  private static String run(ProcessBuilder program) {
    try {
      Process process = program.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.onExit().join().exitValue() != 0) {
        throw new IllegalStateException(said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that it says when it can't start. */
  static String refused(Path folder, Map<String, String> settings, String... arguments) {
    ProcessBuilder builder = program(folder, arguments).redirectErrorStream(true);
    builder.environment().putAll(settings);
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.onExit().join().exitValue() == 0) {
        throw new IllegalStateException("it did not refuse: " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessBuilder program(Path folder, String... arguments) {
    ProcessBuilder builder = inEarnest(folder, arguments);
    builder.command().addAll(List.of("--demo", "1"));
    return builder;
  }

  private static ProcessBuilder inEarnest(Path folder, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It never lives long enough for anything better.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.saualnama.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DATA_DIR", folder.toString());
    builder.environment().put("SECRET_FILE", folder.resolve("secret").toString());
    builder.environment().put("LOG_LEVEL", "error");
    builder.environment().put("SURVEY_DEFS", TestDefs.shipped().toString());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private static URI address(Process process) throws IOException {
    BufferedReader output = process.inputReader();
    List<String> said = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.add(line);
      Matcher serving = SERVING.matcher(line);
      if (serving.matches()) {
        // What it says later is a few lines, which the pipe holds.
        return URI.create(serving.group(1));
      }
    }
    throw new IllegalStateException("the server ended before it served: " + said);
  }

  /** What it prints on a start that nobody has an account for. */
  public String setUpLink() {
    return process
        .inputReader()
        .lines()
        .filter(line -> line.contains("/studio/set-up/"))
        .findFirst()
        .orElseThrow()
        .strip();
  }

  /** Nobody reads what it prints any more, and the next line of it fails. */
  public void stopReading() {
    try {
      process.getInputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  public URI address() {
    return address;
  }

  /** As {@code kill -9} does; returns once it is gone. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** As Ctrl-C does. */
  public void stop() {
    process.destroy();
    process.onExit().join();
  }
}
