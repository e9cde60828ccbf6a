package org.saualnama.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invented respondents of the golden survey, many of whom share all their segments. */
final class People {
  static final List<String> COLUMNS =
      List.of(
          "region",
          "age_group",
          "gender",
          "settlement",
          "education",
          "q_role",
          "q_forms.parade",
          "q_forms.march",
          "q_forms.concert",
          "q_scale");

  /** Where the segments end and the answers begin. */
  static final int ROLE = 5;

  private static final List<String> REGIONS = List.of("KZ-10", "KZ-11", "KZ-15", "KZ-19");
  private static final List<String> AGES = List.of("18-24", "25-34", "35-44");
  private static final List<String> ROLES =
      List.of("celebration", "remembrance", "both", "neither", "undecided");

  private People() {}

  /** From 8 to 20 of each profile; some skip a question. */
  static List<List<String>> some(long seed) {
    Random random = new Random(seed);
    List<List<String>> people = new ArrayList<>();
    for (String region : REGIONS) {
      for (String age : AGES) {
        for (int three = 0; three < 8; three++) {
          for (int i = 8 + random.nextInt(13); i > 0; i--) {
            List<String> person = new ArrayList<>(segments(region, age, three));
            person.add(random.nextInt(20) == 0 ? "" : ROLES.get(random.nextInt(5)));
            person.add(Integer.toString(random.nextInt(2)));
            person.add(Integer.toString(random.nextInt(2)));
            person.add("1");
            person.add(random.nextInt(20) == 0 ? "" : Integer.toString(1 + random.nextInt(5)));
            people.add(person);
          }
        }
      }
    }
    return people;
  }

  private static List<String> segments(String region, String age, int three) {
    return List.of(
        region,
        age,
        three % 2 == 0 ? "female" : "male",
        three / 2 % 2 == 0 ? "urban" : "rural",
        three / 4 == 0 ? "secondary" : "higher");
  }

  /** Alike in all; {@code three} has a bit for each of three segments. */
  static List<List<String>> like(String region, int three, int count, String role) {
    List<String> person = new ArrayList<>(segments(region, "18-24", three));
    person.addAll(List.of(role, "0", "0", "1", "3"));
    return Collections.nCopies(count, person);
  }

  static List<String> with(List<String> person, int column, String answer) {
    List<String> other = new ArrayList<>(person);
    other.set(column, answer);
    return other;
  }

  /**
   * Those of the same segments give each answer to each other, each by itself, in another order.
   */
  static List<List<String>> exchanged(List<List<String>> people, Random random) {
    Map<List<String>, List<List<String>>> byProfile = new LinkedHashMap<>();
    for (List<String> person : people) {
      byProfile
          .computeIfAbsent(person.subList(0, ROLE), profile -> new ArrayList<>())
          .add(new ArrayList<>(person));
    }
    byProfile.values().forEach(alike -> exchange(alike, random));
    List<List<String>> all =
        new ArrayList<>(byProfile.values().stream().flatMap(List::stream).toList());
    Collections.shuffle(all, random);
    return all;
  }

  private static void exchange(List<List<String>> alike, Random random) {
    for (int column = ROLE; column < COLUMNS.size(); column++) {
      int place = column;
      List<String> answers = new ArrayList<>(alike.stream().map(one -> one.get(place)).toList());
      Collections.shuffle(answers, random);
      for (int i = 0; i < alike.size(); i++) {
        alike.get(i).set(place, answers.get(i));
      }
    }
  }
}
