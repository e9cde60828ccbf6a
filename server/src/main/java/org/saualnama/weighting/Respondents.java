package org.saualnama.weighting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.release.Profile;
import org.saualnama.release.Tallies;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Margin;
import org.saualnama.survey.Survey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Target;
import org.saualnama.survey.Weighting;

/**
 * Those who answered a survey by some collectors, group by group, and the margins of its definition
 * that their weights are to meet. A group is a profile, or a part of one: its weight is the same.
 */
public final class Respondents {
  private final Survey survey;
  private final List<Profile> profiles;
  private final Sample sample;

  private Respondents(Survey survey, List<Profile> profiles, Sample sample) {
    this.survey = survey;
    this.profiles = profiles;
    this.sample = sample;
  }

  /**
   * Respondents by group.
   *
   * @param profiles of each group
   * @param counts how many each group has
   */
  public static Respondents of(SurveyVersion version, List<Profile> profiles, int[] counts) {
    Weighting rules = version.survey().weighting();
    double[] base =
        profiles.stream()
            .mapToDouble(
                profile ->
                    rules == null
                        ? 1
                        : rules.base().getOrDefault(profile.collector().kind().code(), 1.0))
            .toArray();
    return new Respondents(version.survey(), List.copyOf(profiles), new Sample(counts, base));
  }

  /** Those of each collector that {@code tallies} have, by profile in the order of the tallies. */
  public static Map<Collector, Respondents> byCollector(SurveyVersion version, Tallies tallies) {
    Map<Collector, List<Profile>> profiles = new LinkedHashMap<>();
    tallies
        .byProfile()
        .keySet()
        .forEach(
            profile ->
                profiles.computeIfAbsent(profile.collector(), c -> new ArrayList<>()).add(profile));
    Map<Collector, Respondents> respondents = new LinkedHashMap<>();
    profiles.forEach(
        (collector, own) ->
            respondents.put(
                collector,
                of(
                    version,
                    own,
                    own.stream()
                        .mapToInt(profile -> tallies.byProfile().get(profile).respondents())
                        .toArray())));
    return respondents;
  }

  public Sample sample() {
    return sample;
  }

  public List<Profile> profiles() {
    return profiles;
  }

  /** Whether there is anything to weigh them by. */
  public boolean canBeWeighed() {
    return survey.weighting() != null && sample.respondents() > 0;
  }

  /**
   * The totals of the definition's margins, in its order; none where nothing can be weighed.
   *
   * @throws ClashingMargins if nobody is in any category of one
   */
  public List<TargetTotals> margins() {
    return canBeWeighed()
        ? survey.weighting().margins().stream()
            .map(margin -> TargetTotals.of(sample, shares(margin)))
            .toList()
        : List.of();
  }

  /**
   * Weights by group.
   *
   * @throws ClashingMargins if they can't meet all margins
   */
  public double[] weights(Scheme scheme) {
    return canBeWeighed() ? scheme.weigh(sample, margins(), survey.weighting()) : sample.bases();
  }

  private MarginShares shares(Margin margin) {
    List<Target> targets = margin.shares();
    Map<String, Integer> places = new HashMap<>();
    targets.forEach(target -> places.put(target.category(), places.size()));
    Map<String, String> groupOf = new HashMap<>();
    margin.groups().forEach((group, codes) -> codes.forEach(code -> groupOf.put(code, group)));
    List<Integer> segments = margin.segments().stream().map(survey.segments()::indexOf).toList();
    return new MarginShares(
        margin.code(),
        targets.stream().map(Target::category).toList(),
        targets.stream().mapToDouble(Target::share).toArray(),
        profiles.stream()
            .mapToInt(
                profile ->
                    places.getOrDefault(category(profile, segments, groupOf), MarginShares.MISSING))
            .toArray());
  }

  /** Joined by ':' where segments are crossed; null for who left one of them open. */
  private static String category(
      Profile profile, List<Integer> segments, Map<String, String> groupOf) {
    List<String> parts = new ArrayList<>();
    for (int segment : segments) {
      String code = profile.segments().get(segment);
      if (code == null) {
        return null;
      }
      parts.add(groupOf.getOrDefault(code, code));
    }
    return String.join(":", parts);
  }
}
