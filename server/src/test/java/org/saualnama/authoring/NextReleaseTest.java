package org.saualnama.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.saualnama.authoring.NextRelease.Why;
import org.saualnama.release.Release;
import org.saualnama.survey.ReleasePolicy;
import org.saualnama.survey.SurveyState;

final class NextReleaseTest {
  private static final OffsetDateTime NOON = OffsetDateTime.parse("2027-01-31T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final ReleasePolicy POLICY = new ReleasePolicy(100, 0.25, DAY);

  @ParameterizedTest
  @CsvSource({"0, NEWCOMERS", "99, NEWCOMERS", "100, DUE", "10000, DUE"})
  void theFirstNeedsNothingButNewcomers(long waiting, Why why) {
    NextRelease first = of(SurveyState.OPEN, Optional.empty(), waiting);
    assertEquals(new NextRelease(why, Optional.empty(), 100), first);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100",
    "400, 100",
    "420, 105",
    "1000, 250",
    "1001, 250",
    "999, 250",
    "1003, 252"
  })
  void eachNeedsAShareOfThoseBeforeWhoAreToldInRoundNumbersOnly(long responses, long needed) {
    assertEquals(
        new NextRelease(Why.NEWCOMERS, Optional.empty(), needed),
        of(SurveyState.OPEN, released(DAY, responses), needed - 1));
    assertEquals(
        new NextRelease(Why.DUE, Optional.empty(), needed),
        of(SurveyState.OPEN, released(DAY, responses), needed));
  }

  @ParameterizedTest
  @CsvSource({"0", "249", "250", "10000"})
  void whileTheLastIsYoungNothingTellsWhetherEnoughWait(long waiting) {
    Optional<Release> anHourAgo = released(Duration.ofHours(1), 1_000);
    assertEquals(
        new NextRelease(Why.INTERVAL, Optional.of(NOON.plusHours(23)), 250),
        of(SurveyState.OPEN, anHourAgo, waiting));
  }

  @Test
  void theIntervalIsOverAtItsVeryEnd() {
    Optional<Release> almost = released(DAY.minusNanos(1), 100);
    assertEquals(Why.INTERVAL, of(SurveyState.OPEN, almost, 100).why());
    assertEquals(Why.DUE, of(SurveyState.OPEN, released(DAY, 100), 100).why());
  }

  @Test
  void aDemonstrationWaitsForNewcomersOnly() {
    Optional<Release> justNow = released(Duration.ZERO, 5_000);
    assertEquals(
        new NextRelease(Why.NEWCOMERS, Optional.empty(), 100),
        of(SurveyState.OPEN, ReleasePolicy.DEMO, justNow, 99));
    assertEquals(
        new NextRelease(Why.DUE, Optional.empty(), 100),
        of(SurveyState.OPEN, ReleasePolicy.DEMO, justNow, 100));
  }

  @Test
  void aReleaseOfImportedInterviewsAloneDoesNotMakeTheBoxRest() {
    Optional<Release> justNow = released(Duration.ZERO, 400);
    Optional<OffsetDateTime> opened = Optional.of(NOON.minus(DAY));
    assertEquals(
        Why.DUE, NextRelease.of(SurveyState.OPEN, POLICY, justNow, opened, 100, NOON).why());
  }

  @Test
  void aPausedSurveyIsReleasedLikeAnOpenOne() {
    for (long waiting : new long[] {0, 100}) {
      for (Duration age : List.of(Duration.ZERO, DAY)) {
        assertEquals(
            of(SurveyState.OPEN, released(age, 200), waiting),
            of(SurveyState.PAUSED, released(age, 200), waiting));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"CLOSING, CLOSING", "CLOSED, OVER"})
  void anEndWaitsNeitherForTimeNorForMany(SurveyState state, Why why) {
    NextRelease last = new NextRelease(why, Optional.empty(), ReleasePolicy.LEAST_AT_CLOSING);
    for (long waiting : new long[] {0, 9, 10, 10_000}) {
      assertEquals(last, of(state, Optional.empty(), waiting));
      assertEquals(last, of(state, released(Duration.ZERO, 1_000), waiting));
    }
  }

  @ParameterizedTest
  @EnumSource(SurveyState.class)
  void thereIsAnAnswerInEachState(SurveyState state) {
    String code = of(state, Optional.empty(), 0).why().code();
    assertEquals(
        switch (state) {
          case OPEN, PAUSED -> "newcomers";
          case CLOSING -> "closing";
          case CLOSED -> "over";
        },
        code);
  }

  private static NextRelease of(SurveyState state, Optional<Release> last, long waiting) {
    return of(state, POLICY, last, waiting);
  }

  /** The last release opened the box. */
  private static NextRelease of(
      SurveyState state, ReleasePolicy policy, Optional<Release> last, long waiting) {
    return NextRelease.of(state, policy, last, last.map(Release::cutAt), waiting, NOON);
  }

  private static Optional<Release> released(Duration ago, long responses) {
    return Optional.of(new Release(3, 1, NOON.minus(ago), responses, List.of()));
  }
}
