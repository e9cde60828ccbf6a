package org.saualnama.breakdown;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.saualnama.json.Json;

/** Readers that others wrote, in a process of their own (src/test/readers). */
public final class OthersReader {
  private static final Path FOLDER = Path.of("src/test/readers");

  private OthersReader() {}

  /** Where there is `node` and what `npm ci` puts into the folder. */
  public static Optional<OthersReader> find() {
    boolean node =
        Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getenv().getOrDefault("PATH", ""))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    return node && Files.isDirectory(FOLDER.resolve("node_modules/jsonstat-toolkit"))
        ? Optional.of(new OthersReader())
        : Optional.empty();
  }

  /** What it finds in {@code bytes}, of the format {@code json-stat} or {@code xlsx}. */
  public JsonNode read(String format, byte[] bytes) throws IOException {
    Path file = Files.createTempFile("table", "");
    try {
      Files.write(file, bytes);
      Process process =
          new ProcessBuilder("node", "read.mjs", format, file.toString())
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .start();
      String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return says.startsWith("{") || says.startsWith("[")
          ? Json.readUntrusted(says.getBytes(StandardCharsets.UTF_8))
          : fail(says);
    } finally {
      Files.delete(file);
    }
  }

  private static JsonNode fail(String says) {
    throw new AssertionError("the reader can't read it: " + says);
  }
}
