package org.saualnama;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of definitions for tests. */
public final class TestDefs {
  private TestDefs() {}

  /** The definitions that come with the project. */
  public static Path shipped() {
    return Path.of("../survey-defs");
  }

  /** A folder of its own with the event feedback, changed by replacing one text by another. */
  public static Path eventFeedback(Path folder, String text, String replacement) {
    try {
      String yaml = Files.readString(shipped().resolve("event-feedback.yaml"));
      if (!yaml.contains(text)) {
        throw new IllegalArgumentException("the definition has no '" + text + "'");
      }
      Path defs = Files.createDirectories(folder.resolve("defs"));
      Files.writeString(defs.resolve("event-feedback.yaml"), yaml.replace(text, replacement));
      return defs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
