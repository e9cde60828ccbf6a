package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.saualnama.disclosure.BreakOffs.Share;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

final class BreakOffsTest {
  private final SurveyVersion event = ShippedSurveys.eventFeedback();

  @Test
  void underTheLeastBaseThereIsNothing() {
    assertTrue(of(9, 9, 9, 9).isEmpty());
    assertTrue(of(10, 9, 9, 9).isPresent());
    assertEquals(Optional.empty(), BreakOffs.of(1, event, Map.of(1, 500L)));
    assertTrue(BreakOffs.of(1, ShippedSurveys.may9(), Map.of(2, 49L)).isEmpty());
    assertTrue(BreakOffs.of(1, ShippedSurveys.may9(), Map.of(2, 50L)).isPresent());
  }

  @Test
  void sharesAreOfThoseWhoBegan() {
    BreakOffs told = of(200, 180, 150, 140).orElseThrow();
    assertEquals(200, told.began());
    assertEquals(List.of(new Share(0, 100), new Share(1, 90)), told.pages());
    assertEquals(75, told.ready());
    assertEquals(70, told.sent());
  }

  @Test
  void oneMoreOrLessSeldomShowsAndThenAsFive() {
    List<Integer> shares =
        LongStream.rangeClosed(30, 50)
            .mapToObj(reached -> of(50, reached, 0, 0).orElseThrow().pages().get(1).percent())
            .distinct()
            .toList();
    assertEquals(List.of(60, 70, 80, 90, 100), shares);
  }

  @Test
  void aPageThatWasWalkedTwiceTakesNoShareAboveTheOneBefore() {
    BreakOffs told = of(100, 120, 60, 90).orElseThrow();
    assertEquals(List.of(new Share(0, 100), new Share(1, 100)), told.pages());
    assertEquals(60, told.ready());
    assertEquals(60, told.sent());
  }

  private Optional<BreakOffs> of(long began, long last, long ready, long sent) {
    return BreakOffs.of(1, event, Map.of(0, began, 1, last, 2, ready, 3, sent));
  }
}
