package org.saualnama.survey;

import java.util.List;
import java.util.Optional;

/**
 * A survey with all its versions, oldest first, and whether it still takes submissions.
 *
 * @param open as the database last said; the ballot box itself decides
 */
public record PublishedSurvey(List<SurveyVersion> versions, boolean open) {
  public PublishedSurvey {
    versions = List.copyOf(versions);
  }

  public SurveyVersion latest() {
    return versions.get(versions.size() - 1);
  }

  /** The version of this number, if there is one. */
  public Optional<SurveyVersion> version(int number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }
}
