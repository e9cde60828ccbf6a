package org.saualnama.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.saualnama.analysis.Groups.Group;
import org.saualnama.release.Profile;
import org.saualnama.survey.Item;

/** Gathers respondents by profile and by their answers to the questions of a query. */
final class JointAnswers {
  private record Key(Profile profile, List<Optional<List<String>>> others) {}

  private static final class Count {
    private int respondents;
    private int answered;
    private final int[] chosen;

    Count(int codes) {
      chosen = new int[codes];
    }
  }

  private final Item asked;
  private final List<Item> others;
  private final Map<Key, Count> counts = new LinkedHashMap<>();
  // Groups are as many as respondents where questions are many, and are kept: what they have in
  // common is held once.
  private final Map<Profile, Profile> profiles = new HashMap<>();
  private final Map<List<Optional<List<String>>>, Map<String, List<String>>> answers =
      new HashMap<>();

  JointAnswers(Item asked, List<Item> others) {
    this.asked = asked;
    this.others = others;
  }

  /** The question asked about, then the others; it may be one of them too. */
  static List<Item> items(Item asked, List<Item> others) {
    return Stream.concat(Stream.of(asked), others.stream()).toList();
  }

  /** Codes of the items whose answers {@link #add} wants, in this order. */
  List<String> items() {
    return items(asked, others).stream().map(Item::code).toList();
  }

  /** Adds so many who gave these answers. */
  void add(Profile profile, List<Optional<List<String>>> given, int respondents) {
    Count count =
        counts.computeIfAbsent(
            new Key(
                profiles.computeIfAbsent(profile, one -> one),
                List.copyOf(given.subList(1, given.size()))),
            key -> new Count(asked.codes().size()));
    count.respondents += respondents;
    count.answered += given.get(0).isPresent() ? respondents : 0;
    for (String code : given.get(0).orElse(List.of())) {
      count.chosen[asked.places().get(code)] += respondents;
    }
  }

  /** All that were added. */
  Groups groups() {
    List<Group> groups = new ArrayList<>();
    counts.forEach(
        (key, count) -> {
          Map<String, List<String>> given = answers.computeIfAbsent(key.others(), this::byItem);
          groups.add(
              new Group(key.profile(), given, count.respondents, count.answered, count.chosen));
        });
    return new Groups(groups);
  }

  private Map<String, List<String>> byItem(List<Optional<List<String>>> given) {
    Map<String, List<String>> byItem = new HashMap<>();
    for (int i = 0; i < others.size(); i++) {
      byItem.put(others.get(i).code(), given.get(i).orElse(List.of()));
    }
    return byItem;
  }
}
