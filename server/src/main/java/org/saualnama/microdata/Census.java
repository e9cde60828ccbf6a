package org.saualnama.microdata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.submission.Collector;
import org.saualnama.weighting.StoredWeights;

/** Who is in a release by profile: how many rows there will be, and how many stand alone. */
final class Census {
  /** All respondents of one profile, of a collector. */
  record Group(int profile, Collector collector, long respondents) {}

  private final List<Group> groups;

  /**
   * A release's respondents.
   *
   * @param groups in ascending order of profiles, which stored weights follow
   */
  Census(List<Group> groups) {
    this.groups = List.copyOf(groups);
  }

  List<Collector> collectors() {
    return groups.stream().map(Group::collector).distinct().toList();
  }

  /** Only those who came in by one of {@code collectors}. */
  Census of(List<Collector> collectors) {
    return new Census(groups.stream().filter(g -> collectors.contains(g.collector())).toList());
  }

  long rows() {
    return groups.stream().mapToLong(Group::respondents).sum();
  }

  /** Rows that no other row shares its profile with. */
  long unique() {
    return groups.stream().filter(group -> group.respondents() == 1).count();
  }

  /** A collector's weights by profile; nothing where they could not be made. */
  Map<Integer, Double> weights(Collector collector, Optional<StoredWeights> stored) {
    double[] weights = stored.map(StoredWeights::weights).orElse(new double[0]);
    Map<Integer, Double> byProfile = new HashMap<>();
    if (weights.length > 0) {
      int i = 0;
      for (Group group : groups) {
        if (group.collector().equals(collector)) {
          byProfile.put(group.profile(), weights[i++]);
        }
      }
    }
    return byProfile;
  }

  /** The place of each profile's collector in {@code collectors}, from 1 on. */
  Map<Integer, Integer> places(List<Collector> collectors) {
    Map<Integer, Integer> places = new HashMap<>();
    groups.forEach(group -> places.put(group.profile(), collectors.indexOf(group.collector()) + 1));
    return places;
  }
}
