package org.saualnama.oidc;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A certified provider in a process of its own (src/test/oidc-provider). */
final class ProviderProcess implements AutoCloseable {
  private static final Path FOLDER = Path.of("src/test/oidc-provider");

  private final Process process;
  private final BufferedReader says;
  private final int port;

  private ProviderProcess() {
    try {
      process =
          new ProcessBuilder("node", "provider.mjs")
              .directory(FOLDER.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      says = process.inputReader(StandardCharsets.UTF_8);
      port = Integer.parseInt(says.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where there is `node` and what `npm ci` puts into the folder. */
  static Optional<ProviderProcess> start() {
    boolean node =
        Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getenv().getOrDefault("PATH", ""))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    return node && Files.isDirectory(FOLDER.resolve("node_modules/oidc-provider"))
        ? Optional.of(new ProviderProcess())
        : Optional.empty();
  }

  String issuer() {
    return "http://localhost:" + port;
  }

  /** Tells it where browsers may be sent back to, after which it serves. */
  void serve(String redirect) {
    try {
      process.outputWriter(StandardCharsets.UTF_8).append(redirect).append('\n').flush();
      String line = says.readLine();
      while (!"ready".equals(line)) {
        if (line == null) {
          throw new IllegalStateException("the provider ended");
        }
        line = says.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
