package org.saualnama.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongBiFunction;
import org.junit.jupiter.api.Test;
import org.saualnama.GoldenInterviews;

/**
 * Somebody who knows that a neighbour took part, and all of the neighbour's segments, subtracts
 * figures that differ by that one person. The least base is off, for it alone would stop this; the
 * noise has to, and two ways of making it that don't are caught.
 */
final class AttackSimulatorTest {
  private static final List<String> OPTIONS =
      List.of("celebration", "remembrance", "both", "neither", "undecided");
  private static final List<String> DIMENSIONS =
      List.of(
          "region",
          "age_group",
          "gender",
          "language",
          "settlement",
          "education",
          "family_history",
          "source");
  private static final int LEAST = 30;

  private final List<Map<String, String>> people =
      new GoldenInterviews().rows("").stream().filter(row -> !row.get("q_role").isEmpty()).toList();
  private final int[] answers =
      people.stream().mapToInt(row -> OPTIONS.indexOf(row.get("q_role"))).toArray();
  private final long[] keys = new Random(20_270_509).longs(people.size()).toArray();
  private final Noise noise =
      new Noise("TEST-SECRET-public".getBytes(StandardCharsets.US_ASCII), "attacked");
  private final Guessing guessing = new Guessing(answers, OPTIONS.size());

  /** The members of a domain, and all that figures are made of. */
  private final class Crowd {
    private final int[] counts = new int[OPTIONS.size()];
    private final long[] choosers = new long[OPTIONS.size()];
    private final Set<Integer> members = new HashSet<>();
    private long key;

    void add(int person) {
      members.add(person);
      counts[answers[person]]++;
      choosers[answers[person]] += keys[person];
      key += keys[person];
    }

    Crowd without(int person) {
      Crowd rest = new Crowd();
      members.stream().filter(member -> member != person).forEach(rest::add);
      return rest;
    }

    /** As they would be published under keys of this kind. */
    int[] published(ToLongBiFunction<Crowd, Integer> key) {
      int[] published = counts.clone();
      for (int option = 0; option < published.length; option++) {
        int u16 = noise.draw("q_role", OPTIONS.get(option), key.applyAsLong(this, option)).u16();
        published[option] += PerturbationTable.shipped().noise(counts[option], u16);
      }
      return published;
    }
  }

  /** The people of every combination of categories of these dimensions. */
  private Map<List<String>, Crowd> crowds(List<String> dimensions) {
    Map<List<String>, Crowd> crowds = new HashMap<>();
    for (int person = 0; person < people.size(); person++) {
      Map<String, String> row = people.get(person);
      List<String> cell = dimensions.stream().map(row::get).toList();
      if (!cell.contains("")) {
        crowds.computeIfAbsent(cell, any -> new Crowd()).add(person);
      }
    }
    return crowds;
  }

  private static List<List<String>> combinations(int most) {
    List<List<String>> all = new ArrayList<>(List.of(List.of()));
    for (int mask = 1; mask < 1 << DIMENSIONS.size(); mask++) {
      if (Integer.bitCount(mask) <= most) {
        int bits = mask;
        all.add(DIMENSIONS.stream().filter(d -> (bits >> DIMENSIONS.indexOf(d) & 1) == 1).toList());
      }
    }
    return all;
  }

  /**
   * By target, the smallest domain that is also published without the one person who has a category
   * of one more dimension.
   */
  private Map<Integer, Crowd> pairs() {
    Map<List<String>, Map<List<String>, Crowd>> lattice = new HashMap<>();
    combinations(3).forEach(dimensions -> lattice.put(dimensions, crowds(dimensions)));
    Map<Integer, Crowd> pairs = new HashMap<>();
    lattice.forEach(
        (dimensions, crowds) ->
            crowds.values().stream()
                .filter(crowd -> crowd.members.size() == 1)
                .forEach(
                    crowd -> {
                      int target = crowd.members.iterator().next();
                      for (String left : dimensions) {
                        List<String> wider =
                            dimensions.stream().filter(d -> !d.equals(left)).toList();
                        List<String> cell = wider.stream().map(people.get(target)::get).toList();
                        Crowd around = lattice.get(wider).get(cell);
                        if (around.members.size() > LEAST) {
                          pairs.merge(target, around, AttackSimulatorTest::smaller);
                        }
                      }
                    }));
    return pairs;
  }

  private static Crowd smaller(Crowd one, Crowd other) {
    return other.members.size() < one.members.size() ? other : one;
  }

  private Score attack(ToLongBiFunction<Crowd, Integer> key, boolean identical) {
    Score score = new Score();
    pairs()
        .forEach(
            (target, crowd) -> {
              int[] with = crowd.published(key);
              int[] without = crowd.without(target).published(key);
              double[] evidence =
                  identical ? guessing.identical(with, without) : guessing.pair(with, without);
              score.add(guessing.posterior(evidence), answers[target]);
            });
    return score;
  }

  /** How often a guess is right, and how often it is sure of itself and right. */
  private static final class Score {
    private int targets;
    private int right;
    private int confident;

    void add(double[] posterior, int answer) {
      int guess = 0;
      for (int option = 1; option < posterior.length; option++) {
        guess = posterior[option] > posterior[guess] ? option : guess;
      }
      targets++;
      right += guess == answer ? 1 : 0;
      confident += guess == answer && posterior[guess] > 0.9 ? 1 : 0;
    }

    double success() {
      return (double) right / targets;
    }

    @Override
    public String toString() {
      return "%d of %d targets, %d of them confidently".formatted(right, targets, confident);
    }
  }

  @Test
  void noiseByDomainHidesOnePersonsAnswer() {
    Score score = attack((crowd, option) -> crowd.key, false);
    System.out.println("One person's difference, keys by domain: " + score);
    assertTrue(score.targets > 100, score::toString);
    assertTrue(score.success() <= 0.6, score::toString);
    assertEquals(0, score.confident, score::toString);
  }

  @Test
  void theClassicKeyOfTheCellWouldBeCaught() {
    Score score = attack((crowd, option) -> crowd.choosers[option], true);
    System.out.println("One person's difference, classic keys: " + score);
    assertTrue(score.success() > 0.9, score::toString);
  }

  @Test
  void figuresAfterEveryAnswerWouldBeCaught() {
    List<Integer> order = new ArrayList<>();
    for (int person = 0; person < people.size(); person++) {
      order.add(person);
    }
    Collections.shuffle(order, new Random(9));
    Score score = new Score();
    for (int place = order.size() - 100; place < order.size(); place++) {
      int target = order.get(place);
      double[] evidence = new double[OPTIONS.size()];
      for (Crowd crowd : domainsOf(target, order.subList(0, place + 1))) {
        int[] after = crowd.published((c, option) -> c.key);
        int[] before = crowd.without(target).published((c, option) -> c.key);
        double[] told = guessing.pair(after, before);
        Arrays.setAll(evidence, option -> evidence[option] + told[option]);
      }
      score.add(guessing.posterior(evidence), answers[target]);
    }
    System.out.println("A release after every answer: " + score);
    assertTrue(score.success() > 0.6, score::toString);
  }

  /** All of at most two dimensions that somebody is in, as of a moment, each set of people once. */
  private List<Crowd> domainsOf(int target, List<Integer> present) {
    Map<Long, Crowd> domains = new HashMap<>();
    for (List<String> dimensions : combinations(2)) {
      List<String> cell = dimensions.stream().map(people.get(target)::get).toList();
      Crowd crowd = new Crowd();
      for (int person : present) {
        if (dimensions.stream().map(people.get(person)::get).toList().equals(cell)) {
          crowd.add(person);
        }
      }
      if (!cell.contains("") && crowd.members.size() > 10) {
        domains.putIfAbsent(crowd.key, crowd);
      }
    }
    return List.copyOf(domains.values());
  }
}
