package org.saualnama.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.saualnama.release.Profile;
import org.saualnama.release.Tallies;
import org.saualnama.release.Tally;
import org.saualnama.survey.Item;
import org.saualnama.survey.SurveyVersion;

/** All rows that may be asked for: every item in every domain of at most two segments. */
public final class Lattice {
  private record Domain(String collector, List<String> categories) {}

  private final SurveyVersion version;
  private final Tallies tallies;
  private final DisclosureControl control;

  public Lattice(SurveyVersion version, Tallies tallies) {
    this.version = version;
    this.tallies = tallies;
    this.control = new DisclosureControl(version.survey());
  }

  /** The protected rows; cost grows with profiles, not with responses. */
  public List<ProtectedRow> rows() {
    return groupings(version.survey().segments().size()).stream()
        .flatMap(grouping -> sums(grouping).entrySet().stream())
        .flatMap(domain -> rows(domain.getKey(), domain.getValue()))
        .toList();
  }

  /** Places of segments to split by: none, each, and each pair. */
  private static List<List<Integer>> groupings(int segments) {
    List<List<Integer>> groupings = new ArrayList<>();
    groupings.add(List.of());
    for (int i = 0; i < segments; i++) {
      groupings.add(List.of(i));
      for (int j = i + 1; j < segments; j++) {
        groupings.add(List.of(i, j));
      }
    }
    return groupings;
  }

  private Map<Domain, Tally> sums(List<Integer> grouping) {
    Map<Domain, Tally> sums = new HashMap<>();
    tallies
        .byProfile()
        .forEach(
            (profile, tally) -> {
              // Who left a segment open belongs to none of its categories.
              if (grouping.stream().allMatch(place -> profile.segments().get(place) != null)) {
                sums.computeIfAbsent(domain(profile, grouping), d -> new Tally(tallies.layout()))
                    .add(tally);
              }
            });
    return sums;
  }

  private Domain domain(Profile profile, List<Integer> grouping) {
    List<String> segments = version.survey().segments();
    return new Domain(
        profile.collector().code(),
        grouping.stream()
            .map(place -> segments.get(place) + "=" + profile.segments().get(place))
            .toList());
  }

  private Stream<ProtectedRow> rows(Domain domain, Tally tally) {
    return version.items().values().stream()
        .filter(Item::isChoice)
        .flatMap(item -> row(domain, tally, item));
  }

  private Stream<ProtectedRow> row(Domain domain, Tally tally, Item item) {
    return control
        .protect(
            new RowKey(domain.collector(), item.code(), domain.categories()),
            tally.answered(tallies.itemPlace(item.code())),
            item.codes().stream()
                .mapToInt(code -> tally.chosen(tallies.cellPlace(item.code(), code))))
        .stream();
  }
}
