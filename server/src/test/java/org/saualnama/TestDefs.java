package org.saualnama;

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
    return SurveyFolder.in(folder)
        .with("event-feedback.yaml", "event-feedback.yaml", yaml -> yaml.replace(text, replacement))
        .folder();
  }
}
