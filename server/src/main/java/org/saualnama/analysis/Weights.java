package org.saualnama.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.release.Profile;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.weighting.Respondents;
import org.saualnama.weighting.Scheme;

/** The weight of each profile in one pool of respondents. */
final class Weights {
  private final Map<Profile, Double> byProfile;

  private Weights(Map<Profile, Double> byProfile) {
    this.byProfile = byProfile;
  }

  /**
   * Weighs them.
   *
   * @throws org.saualnama.weighting.ClashingMargins if no weights meet all margins
   */
  static Weights of(SurveyVersion version, Groups groups, Scheme scheme) {
    Map<Profile, Integer> counts = new LinkedHashMap<>();
    List<Profile> profiles = groups.profiles();
    int[] respondents = groups.respondents();
    for (int g = 0; g < respondents.length; g++) {
      counts.merge(profiles.get(g), respondents[g], Integer::sum);
    }
    List<Profile> distinct = groups.distinctProfiles();
    int[] sums = counts.values().stream().mapToInt(Integer::intValue).toArray();
    return of(distinct, Respondents.of(version, distinct, sums).weights(scheme));
  }

  /** Those of a release, by its profiles. */
  static Weights of(List<Profile> profiles, double[] weights) {
    Map<Profile, Double> byProfile = new LinkedHashMap<>();
    for (int g = 0; g < weights.length; g++) {
      byProfile.put(profiles.get(g), weights[g]);
    }
    return new Weights(byProfile);
  }

  /** By group; 0 for a profile that nobody of the pool has. */
  double[] of(Groups groups) {
    return groups.profiles().stream()
        .mapToDouble(profile -> byProfile.getOrDefault(profile, 0.0))
        .toArray();
  }
}
