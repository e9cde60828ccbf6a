package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.GoldenInterviews;
import org.saualnama.PublicOutputs;

/**
 * No byte of a public answer is a function of answers but through the protected rows: the same
 * people answer twice, each time otherwise, so that what rows are made of stays the same.
 */
final class BytesOfAnswersTest {
  @TempDir private Path folder;

  /** What anybody is told, and what nobody may be: who said what together. */
  private record Run(SortedMap<String, String> outputs, String secrets) {}

  private Run run(boolean weighted, List<List<String>> people) {
    try (SameKeys node = SameKeys.start(folder, weighted)) {
      node.answer(people);
      return new Run(
          PublicOutputs.of(node.node(), GoldenInterviews.SURVEY),
          node.node()
              .query(
                  "SELECT profile.segments, answers, count(*) FROM response JOIN profile"
                      + " USING (survey, profile) GROUP BY 1, 2 ORDER BY 1, 2")
              .toString());
    }
  }

  @Test
  void whoSaidWhatOfThoseWhoShareAllSegmentsIsInNone() {
    List<List<String>> people = People.some(1);
    List<List<String>> exchanged = People.exchanged(people, new Random(2));
    Run one = run(true, people);
    Run other = run(true, exchanged);
    assertNotEquals(one.secrets(), other.secrets());
    assertTrue(all(one).contains("\"weighting\":\"calibrated\""), "weighted");
    SameBytesEverywhereTest.same(one.outputs(), other.outputs());
  }

  @Test
  void whatThreeSegmentsTogetherOrAWithheldGroupWouldTellIsInNone() {
    List<List<String>> people = People.some(3);
    List<List<String>> others = new ArrayList<>(people);
    for (int three = 0; three < 8; three++) {
      boolean even = Integer.bitCount(three) % 2 == 0;
      people.addAll(People.like("KZ-10", three, 6, even ? "celebration" : "remembrance"));
      others.addAll(People.like("KZ-10", three, 6, even ? "remembrance" : "celebration"));
    }
    // Two regions of five: neither is told, and all that both are in stays as it is.
    people.addAll(People.like("KZ-71", 0, 5, "neither"));
    people.addAll(People.like("KZ-75", 0, 5, "undecided"));
    others.addAll(People.like("KZ-71", 0, 5, "undecided"));
    others.addAll(People.like("KZ-75", 0, 5, "neither"));
    Collections.shuffle(others, new Random(4));
    Run one = run(false, people);
    Run other = run(false, others);
    assertNotEquals(one.secrets(), other.secrets());
    SameBytesEverywhereTest.same(one.outputs(), other.outputs());
  }

  @Test
  void otherAnswersAreSeenInRowsThatHoldTheirRespondentsAndNowhereElse() {
    List<List<String>> people = People.some(5);
    List<List<String>> flipped = new ArrayList<>(people);
    for (int i = 0; i < flipped.size(); i++) {
      List<String> person = flipped.get(i);
      if (person.get(0).equals("KZ-10") && person.get(People.ROLE).equals("celebration")) {
        flipped.set(i, People.with(person, People.ROLE, "both"));
      }
    }
    Run one = run(false, people);
    Run other = run(false, flipped);
    assertEquals(one.outputs().keySet(), other.outputs().keySet());
    Set<String> changed =
        one.outputs().keySet().stream()
            .filter(address -> !one.outputs().get(address).equals(other.outputs().get(address)))
            .collect(Collectors.toSet());
    assertTrue(changed.stream().anyMatch(address -> address.contains("where.region=KZ-10")));
    for (String address : changed) {
      assertTrue(
          address.matches(".*(question=q_role|:q_role:|/results/|/workbench/|/bundle).*"), address);
      assertFalse(address.matches(".*where.region=KZ-(?!10).*"), address);
    }
  }

  private static String all(Run run) {
    return String.join("\n", run.outputs().values());
  }
}
