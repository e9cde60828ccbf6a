package org.saualnama.weighting;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.release.Profile;
import org.saualnama.release.Tallies;
import org.saualnama.submission.Collector;
import org.saualnama.survey.Margin;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.Target;
import org.saualnama.survey.Weighting;

/**
 * Those who answered a survey by some collectors, group by group, and the margins of its definition
 * that their weights are to meet. A group is a profile, or a part of one: its weight is the same.
 * Not safe for threads.
 */
public final class Respondents {
  private final SurveyVersion version;
  private final List<Profile> profiles;
  private final Sample sample;
  private List<TargetTotals> margins;

  private Respondents(SurveyVersion version, List<Profile> profiles, Sample sample) {
    this.version = version;
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
    return new Respondents(version, List.copyOf(profiles), new Sample(counts, base));
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
    return rules() != null && sample.respondents() > 0;
  }

  /**
   * The totals of the definition's margins, in its order; none where nothing can be weighed.
   *
   * @throws ClashingMargins if nobody is in any category of one
   */
  public List<TargetTotals> margins() {
    if (margins == null) {
      margins =
          canBeWeighed()
              ? rules().margins().stream()
                  .map(margin -> TargetTotals.of(sample, shares(margin)))
                  .toList()
              : List.of();
    }
    return margins;
  }

  /** What {@code weights}, of any scheme, do: also where no weights could meet the margins. */
  public WeightingReport report(double[] weights) {
    List<TargetTotals> described =
        canBeWeighed()
            ? rules().margins().stream()
                .map(margin -> TargetTotals.describing(sample, shares(margin)))
                .toList()
            : List.of();
    return WeightingReport.of(sample, described, weights);
  }

  /**
   * Weights by group.
   *
   * @throws ClashingMargins if they can't meet all margins
   */
  public double[] weights(Scheme scheme) {
    return canBeWeighed() && scheme != Scheme.NONE
        ? scheme.weigh(sample, margins(), rules())
        : sample.bases();
  }

  private Weighting rules() {
    return version.survey().weighting();
  }

  private MarginShares shares(Margin margin) {
    List<Target> targets = version.targets(margin);
    Map<String, Integer> places = new HashMap<>();
    targets.forEach(target -> places.put(target.category(), places.size()));
    Map<String, String> groupOf = new HashMap<>();
    margin.groups().forEach((group, codes) -> codes.forEach(code -> groupOf.put(code, group)));
    int[] segments =
        margin.segments().stream().mapToInt(version.survey().segments()::indexOf).toArray();
    // Many profiles have the same few codes here, and joining them takes longer than looking.
    Map<List<String>, Integer> known = new HashMap<>();
    return new MarginShares(
        margin.code(),
        targets.stream().map(Target::category).toList(),
        targets.stream().mapToDouble(Target::share).toArray(),
        profiles.stream()
            .map(profile -> codes(profile, segments))
            .mapToInt(
                codes ->
                    known.computeIfAbsent(
                        codes,
                        c -> places.getOrDefault(category(c, groupOf), MarginShares.MISSING)))
            .toArray());
  }

  private static List<String> codes(Profile profile, int[] segments) {
    String[] codes = new String[segments.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = profile.segments().get(segments[i]);
    }
    return Arrays.asList(codes);
  }

  /** Joined by ':' where segments are crossed; null for who left one of them open. */
  private static String category(List<String> codes, Map<String, String> groupOf) {
    return codes.contains(null)
        ? null
        : codes.stream().map(code -> groupOf.getOrDefault(code, code)).collect(joining(":"));
  }
}
