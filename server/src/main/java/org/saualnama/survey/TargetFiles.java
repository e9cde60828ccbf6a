package org.saualnama.survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the target files that a definition names, wherever the definition came from. */
@FunctionalInterface
public interface TargetFiles {

  /** The text of a file by its path relative to the definition; empty if there is none. */
  Optional<String> text(String path);

  /** Those in the definition's own folder, and none outside it. */
  static TargetFiles beside(Path definition) {
    Path folder = definition.toAbsolutePath().normalize().getParent();
    return path -> {
      Path file = folder.resolve(path).normalize();
      if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try {
        return Optional.of(Files.readString(file));
      } catch (IOException e) {
        return Optional.empty();
      }
    };
  }
}
