package org.saualnama.submission;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.saualnama.refusal.Refusal.Reason;

/** Counts what this node has refused, by survey and kind, and nothing else about it. */
public final class Refused {
  /** A survey and why. */
  record Kind(String survey, Reason reason) {}

  private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();

  void count(String survey, Reason reason) {
    add(new Kind(survey, reason), 1);
  }

  void add(Kind kind, long many) {
    counts.computeIfAbsent(kind, fresh -> new LongAdder()).add(many);
  }

  /** All counts, which begin anew. */
  Map<Kind, Long> take() {
    Map<Kind, Long> taken = new HashMap<>();
    counts.forEach((kind, count) -> taken.put(kind, count.sumThenReset()));
    taken.values().removeIf(many -> many == 0);
    return taken;
  }

  /** What was counted of {@code survey} since. */
  Map<Reason, Long> of(String survey) {
    Map<Reason, Long> counted = new HashMap<>();
    counts.forEach(
        (kind, count) -> {
          if (kind.survey().equals(survey)) {
            counted.put(kind.reason(), count.sum());
          }
        });
    return counted;
  }
}
