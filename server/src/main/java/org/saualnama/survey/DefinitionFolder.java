package org.saualnama.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of definitions; reading it takes a while, and needs no database to be there. */
public final class DefinitionFolder {
  private DefinitionFolder() {}

  /** Reads every {@code *.yaml}, by name. */
  public static List<Reading> read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(new DefinitionReader()::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
