package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MilestonesTest {
  private final Survey may9 = ShippedSurveys.may9().survey();
  private final Milestones milestones = Milestones.of(may9);

  @Test
  void whereEverybodyIsAskedTheSameEveryPageIsOne() {
    Milestones event = Milestones.of(ShippedSurveys.eventFeedback().survey());
    assertEquals(List.of(0, 1, 2), event.places());
    assertEquals(0, event.begun(), "right after agreeing");
    assertEquals(2, event.ready());
    assertEquals(3, event.sent());
  }

  @Test
  void aPageThatOnlySomeAreAskedIsFoldedIntoTheOneBefore() {
    assertTrue(milestones.places().contains(place("meaning")));
    assertTrue(!milestones.places().contains(place("certainty")), "asked by the answer before");
    assertTrue(!milestones.places().contains(place("marches")));
    assertTrue(!milestones.places().contains(place("family_story")));
    assertEquals(List.of(place("feeling")), milestones.between(place("meaning"), place("feeling")));
    assertEquals(List.of(), milestones.between(place("meaning"), place("certainty")));
  }

  @Test
  void onePartThatEverybodyIsAskedMakesAPageAMilestone() {
    Page about = may9.pages().get(place("about_you"));
    assertTrue(about.questions().stream().anyMatch(question -> !question.setIf().isEmpty()));
    assertTrue(milestones.places().contains(place("about_you")));
  }

  @Test
  void nothingIsCountedUpToTheLastPageThatCanEndTheForm() {
    assertEquals(place("importance"), milestones.begun(), "age and region come before");
    assertEquals(List.of(), milestones.between(-1, place("region")));
    assertEquals(List.of(place("importance")), milestones.between(-1, place("importance")));
  }

  @Test
  void theWayBackPassesNone() {
    assertEquals(List.of(), milestones.between(place("feeling"), place("meaning")));
    assertEquals(List.of(), milestones.between(place("feeling"), place("feeling")));
  }

  private int place(String page) {
    return may9.pages().stream().map(Page::code).toList().indexOf(page);
  }
}
