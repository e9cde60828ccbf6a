package org.saualnama.microdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Somebody else's program that reads what we write; tests that want it are skipped without it. */
public final class Program {
  private Program() {}

  /** What it says to {@code script}. */
  static String run(String name, List<String> arguments) {
    return run(name, arguments, Map.of());
  }

  /** The same with more in its environment. */
  public static String run(String name, List<String> arguments, Map<String, String> more) {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Path.of(folder, name).toFile().canExecute()),
        "skipped: there is no `" + name + "` on the PATH");
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(more);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.onExit().join().exitValue(), said);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
