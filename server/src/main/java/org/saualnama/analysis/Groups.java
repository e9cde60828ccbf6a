package org.saualnama.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.saualnama.estimate.Counts;
import org.saualnama.release.Profile;
import org.saualnama.release.Tallies;
import org.saualnama.release.Tally;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Item;

/**
 * The respondents of one release in groups that are alike: of one profile and, where other
 * questions are asked about, of the same answers to those.
 */
final class Groups {
  /**
   * One group.
   *
   * @param answers to other questions, by item, the codes chosen; empty where not answered
   * @param respondents how many they are
   * @param answered how many of them answered the question
   * @param chosen how many chose each of its codes, in their order
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Group(
      Profile profile,
      Map<String, List<String>> answers,
      int respondents,
      int answered,
      int[] chosen) {}

  private final List<Group> groups;

  Groups(List<Group> groups) {
    this.groups = List.copyOf(groups);
  }

  /** All that is needed where a question is split by segments only. */
  static Groups of(Tallies tallies, Item item) {
    int[] places =
        item.codes().stream().mapToInt(code -> tallies.cellPlace(item.code(), code)).toArray();
    int place = tallies.itemPlace(item.code());
    List<Group> groups = new ArrayList<>();
    tallies
        .byProfile()
        .forEach((profile, tally) -> groups.add(group(profile, tally, place, places)));
    return new Groups(groups);
  }

  private static Group group(Profile profile, Tally tally, int place, int[] places) {
    return new Group(
        profile,
        Map.of(),
        tally.respondents(),
        tally.answered(place),
        IntStream.of(places).map(tally::chosen).toArray());
  }

  /** Those who came in by {@code collectors}. */
  Groups of(Set<Collector> collectors) {
    return new Groups(
        groups.stream().filter(group -> collectors.contains(group.profile().collector())).toList());
  }

  /**
   * The same respondents in the groups of a later release, in which each of these groups is: where
   * it had nobody yet, an empty one.
   */
  Groups within(Groups later) {
    record Key(Profile profile, Map<String, List<String>> answers) {}
    Map<Key, Group> known = new HashMap<>();
    groups.forEach(group -> known.put(new Key(group.profile(), group.answers()), group));
    return new Groups(
        later.groups.stream()
            .map(
                group ->
                    known.getOrDefault(
                        new Key(group.profile(), group.answers()),
                        new Group(
                            group.profile(),
                            group.answers(),
                            0,
                            0,
                            new int[group.chosen().length])))
            .toList());
  }

  /** All that somebody came in by. */
  Set<Collector> collectors() {
    return groups.stream()
        .map(group -> group.profile().collector())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Each profile once, in the order of the groups. */
  List<Profile> distinctProfiles() {
    return groups.stream().map(Group::profile).distinct().toList();
  }

  int size() {
    return groups.size();
  }

  List<Profile> profiles() {
    return groups.stream().map(Group::profile).toList();
  }

  int[] respondents() {
    return groups.stream().mapToInt(Group::respondents).toArray();
  }

  /** The answers to the question. */
  Counts counts(int codes) {
    int[][] chosen = new int[codes][groups.size()];
    for (int g = 0; g < groups.size(); g++) {
      for (int code = 0; code < codes; code++) {
        chosen[code][g] = groups.get(g).chosen()[code];
      }
    }
    return new Counts(groups.stream().mapToInt(Group::answered).toArray(), chosen);
  }

  /** Which groups chose {@code code} of a segment ({@code place} among them). */
  IntPredicate inSegment(int place, String code) {
    return g -> code.equals(groups.get(g).profile().segments().get(place));
  }

  /** Which groups came in by a collector. */
  IntPredicate cameBy(String collector) {
    return g -> groups.get(g).profile().collector().code().equals(collector);
  }

  /** Which groups chose {@code code} of another question. */
  IntPredicate chose(String item, String code) {
    return g -> groups.get(g).answers().getOrDefault(item, List.of()).contains(code);
  }
}
