package org.saualnama.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.saualnama.submission.Reached.Place;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

final class ReachedTest {
  private final SurveyVersion survey = ShippedSurveys.eventFeedback();
  private final Reached reached = new Reached();

  @Test
  void aMoveIsCountedAtEachMilestoneItPasses() {
    reached.moved(survey, -1, 0);
    reached.moved(survey, 0, 2);
    reached.sent(survey);
    assertEquals(Map.of(at(0), 1L, at(1), 1L, at(2), 1L, at(3), 1L), reached.take(survey.code()));
  }

  @Test
  void whatIsTakenIsGoneAndCanBePutBack() {
    reached.moved(survey, -1, 1);
    Map<Place, Long> taken = reached.take(survey.code());
    assertEquals(Map.of(), reached.take(survey.code()));
    reached.moved(survey, -1, 0);
    reached.putBack(survey.code(), taken);
    assertEquals(Map.of(at(0), 2L, at(1), 1L), reached.take(survey.code()));
  }

  @Test
  void aSurveyIsTakenWithoutTheOthers() {
    reached.moved(survey, -1, 0);
    assertEquals(Map.of(), reached.take("may9-kz"));
    assertEquals(Map.of(at(0), 1L), reached.take(survey.code()));
  }

  @Test
  void nothingIsLostOrDoubledWhileOthersCount() {
    CompletableFuture<?>[] walkers =
        IntStream.range(0, 4)
            .mapToObj(
                walker ->
                    CompletableFuture.runAsync(
                        () -> {
                          for (int i = 0; i < 5_000; i++) {
                            reached.moved(survey, -1, 0);
                          }
                        }))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture<Void> all = CompletableFuture.allOf(walkers);
    Map<Place, Long> sum = new HashMap<>();
    while (!all.isDone()) {
      reached.take(survey.code()).forEach((place, many) -> sum.merge(place, many, Long::sum));
    }
    reached.take(survey.code()).forEach((place, many) -> sum.merge(place, many, Long::sum));
    assertEquals(Map.of(at(0), 20_000L), sum);
  }

  private static Place at(int place) {
    return new Place(1, place);
  }
}
