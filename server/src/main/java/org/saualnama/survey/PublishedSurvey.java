package org.saualnama.survey;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/**
 * A survey with all its versions, oldest first, and whether it still takes submissions.
 *
 * @param state as the database last said; the ballot box itself decides
 * @param closes when it ends, if that is known
 */
public record PublishedSurvey(
    List<SurveyVersion> versions, SurveyState state, Optional<OffsetDateTime> closes) {
  public PublishedSurvey {
    versions = List.copyOf(versions);
  }

  /** Open or closed, without an end that is known. */
  public PublishedSurvey(List<SurveyVersion> versions, boolean open) {
    this(versions, open ? SurveyState.OPEN : SurveyState.CLOSED, Optional.empty());
  }

  /** Whether it takes submissions. */
  public boolean open() {
    return state == SurveyState.OPEN;
  }

  public SurveyVersion latest() {
    return versions.get(versions.size() - 1);
  }

  /**
   * The version that a release follows.
   *
   * @throws Refusal (busy) if this node has not heard of it yet
   */
  public SurveyVersion followed(int number) {
    return version(number)
        .orElseThrow(
            () -> new Refusal(Reason.BUSY, "The release has just come: ask again in a moment."));
  }

  /** The version of this number, if there is one. */
  public Optional<SurveyVersion> version(int number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }
}
