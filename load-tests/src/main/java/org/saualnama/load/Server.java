package org.saualnama.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.saualnama.json.Json;

/** The real program with its embedded PostgreSQL, in a process and a folder of its own. */
final class Server implements AutoCloseable {
  private static final Pattern SERVING = Pattern.compile("Serving on http://localhost:(\\d+) .*");
  private static final Duration LONGEST = Duration.ofMinutes(15);
  // Fewer newcomers than a demonstration's release needs may be left over.
  private static final int LEFT_OVER = 100;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final Path folder;
  private final int port;

  private Server(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /**
   * Returns once it serves.
   *
   * @param demo 0 for a server that keeps to the survey's pace of releases
   */
  static Server start(Path surveyDefs, String options, int demo) throws IOException {
    Path folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("load-tests/target")), "data");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.stream(options.split(" ")).filter(o -> !o.isBlank()).toList());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.saualnama.Main"));
    command.addAll(List.of("--demo", "" + demo, "--port", "0", "--log-level", "warn"));
    command.addAll(List.of("--survey-defs", surveyDefs.toString(), "--data-dir", "" + folder));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new Server(process, folder, port(process));
  }

  private static int port(Process process) throws IOException {
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher serving = SERVING.matcher(line);
      if (serving.matches()) {
        return Integer.parseInt(serving.group(1));
      }
    }
    throw new IllegalStateException("the server ended before it served");
  }

  int port() {
    return port;
  }

  /** Waits until so many responses are released, and says how long it took. */
  Duration awaitReleaseOf(int responses) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (released() <= responses - LEFT_OVER) {
      if (System.nanoTime() - start > LONGEST.toNanos()) {
        throw new IllegalStateException("still no release of " + responses);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private int released() throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/surveys/may9-kz/releases");
    byte[] answer =
        client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray()).body();
    int newest = 0;
    for (JsonNode release : Json.readUntrusted(answer).path("releases")) {
      newest = Math.max(newest, release.path("sample_size").intValue());
    }
    return newest;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
