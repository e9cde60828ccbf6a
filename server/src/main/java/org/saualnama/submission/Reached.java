package org.saualnama.submission;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.saualnama.survey.SurveyVersion;

/**
 * Counts, in this node's memory only, how many came how far in the form since the last release, and
 * nothing else about them. Nobody can read it; it can only be taken, once a release is out.
 */
public final class Reached {
  /** A milestone of a version. */
  public record Place(int version, int place) {}

  private final Map<String, Map<Place, AtomicLong>> counts = new ConcurrentHashMap<>();

  /** Somebody has come from one place to a later one for the first time. */
  public void moved(SurveyVersion version, int before, int now) {
    version
        .milestones()
        .between(before, now)
        .forEach(place -> add(version.code(), new Place(version.number(), place), 1));
  }

  /** Somebody has sent it. */
  public void sent(SurveyVersion version) {
    int sent = version.milestones().sent();
    add(version.code(), new Place(version.number(), sent), 1);
  }

  /** All counts of {@code survey}, which begin anew. */
  public Map<Place, Long> take(String survey) {
    Map<Place, Long> taken = new HashMap<>();
    counts
        .getOrDefault(survey, Map.of())
        .forEach((place, count) -> taken.put(place, count.getAndSet(0)));
    taken.values().removeIf(many -> many == 0);
    return taken;
  }

  /** Counts that were taken and found no place to stay. */
  public void putBack(String survey, Map<Place, Long> taken) {
    taken.forEach((place, many) -> add(survey, place, many));
  }

  private void add(String survey, Place place, long many) {
    counts
        .computeIfAbsent(survey, fresh -> new ConcurrentHashMap<>())
        .computeIfAbsent(place, fresh -> new AtomicLong())
        .addAndGet(many);
  }
}
