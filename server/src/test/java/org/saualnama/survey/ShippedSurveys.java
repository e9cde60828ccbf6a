package org.saualnama.survey;

import java.nio.file.Path;

/** The definitions that come with the project, as published versions. */
public final class ShippedSurveys {
  private ShippedSurveys() {}

  public static SurveyVersion may9() {
    return read("may9-kz.yaml");
  }

  public static SurveyVersion eventFeedback() {
    return read("event-feedback.yaml");
  }

  private static SurveyVersion read(String file) {
    Reading reading = new DefinitionReader().read(Path.of("../survey-defs").resolve(file));
    return new SurveyVersion(reading.survey().orElseThrow(), 1);
  }
}
