package org.saualnama;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;

/** A folder of definitions for one test: shipped ones, some of them changed. */
public record SurveyFolder(Path folder) {
  private static final Path SHIPPED = Path.of("../survey-defs");
  private static final Path TARGETS = Path.of("targets/may9-kz");

  /** Adds the shipped definition {@code file}, as {@code change} makes it, under {@code name}. */
  public SurveyFolder with(String file, String name, UnaryOperator<String> change) {
    try {
      Files.writeString(
          folder.resolve(name), change.apply(Files.readString(SHIPPED.resolve(file))));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new folder in {@code parent} with the targets that shipped definitions name. */
  public static SurveyFolder in(Path parent) {
    Path folder = parent.resolve("survey-defs");
    try {
      Files.createDirectories(folder.resolve(TARGETS));
      try (var targets = Files.newDirectoryStream(SHIPPED.resolve(TARGETS))) {
        for (Path target : targets) {
          Path copy = folder.resolve(TARGETS).resolve(target.getFileName());
          Files.copy(target, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return new SurveyFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
