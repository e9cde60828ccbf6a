package org.saualnama.disclosure;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes fresh rows back until nothing published differs by a few people: a domain from one that
 * holds it, or all published parts of a domain from the whole. Which row goes depends on how many
 * answered, never on what.
 */
final class Gaps {
  /** What splits {@code whole} by the same segments. */
  private record Parts(Domain whole, List<Integer> segments) {}

  private final ItemRows rows;
  private final Map<Domain, List<Domain>> wider = new HashMap<>();
  private final Map<Domain, List<Domain>> narrower = new HashMap<>();
  private final Map<Parts, Covers> parts = new LinkedHashMap<>();

  private Gaps(ItemRows rows, WiderDomains widerDomains) {
    this.rows = rows;
    List<Domain> domains = rows.domains();
    domains.sort(comparingInt(domain -> domain.categories().size()));
    for (Domain domain : domains) {
      List<Domain> holders = widerDomains.of(domain).stream().filter(rows::has).toList();
      wider.put(domain, holders);
      for (Domain holder : holders) {
        narrower.computeIfAbsent(holder, d -> new ArrayList<>()).add(domain);
        parts.computeIfAbsent(new Parts(holder, domain.segments()), p -> new Covers()).add(domain);
      }
    }
  }

  /** Takes back what can't be told beside the rest. */
  static void close(ItemRows rows, WiderDomains wider) {
    if (rows.fresh().isEmpty()) {
      return;
    }
    Gaps gaps = new Gaps(rows, wider);
    gaps.closePairs();
    while (gaps.closeParts()) {
      // What was taken back changes the sums of others.
    }
  }

  /** Wide domains first: it is the narrower one that goes. */
  private void closePairs() {
    List<Domain> order = new ArrayList<>(rows.fresh().keySet());
    order.sort(comparingInt(domain -> domain.categories().size()));
    for (Domain domain : order) {
      if (differsByFewFromWider(domain) || differsByFewFromTold(domain)) {
        rows.takeBack(domain);
      }
    }
  }

  // A fresh row holds ten whom its own last version did not, and so no version of another row that
  // is not younger than that one: only those since then can differ from it by a few.

  private boolean differsByFewFromWider(Domain domain) {
    Answerers fresh = rows.fresh().get(domain).answerers();
    int since = rows.lastRelease(domain);
    return wider.get(domain).stream()
        .anyMatch(
            holder ->
                rows.freshDiffersByFew(holder, fresh)
                    || rows.toldDiffersByFew(holder, fresh, since));
  }

  private boolean differsByFewFromTold(Domain domain) {
    Answerers fresh = rows.fresh().get(domain).answerers();
    int since = rows.lastRelease(domain);
    return narrower.getOrDefault(domain, List.of()).stream()
        .anyMatch(part -> rows.toldDiffersByFew(part, fresh, since));
  }

  /** Whether something was taken back. */
  private boolean closeParts() {
    boolean closed = false;
    for (Map.Entry<Parts, Covers> entry : parts.entrySet()) {
      for (int first = 0; first < entry.getValue().count(); first++) {
        List<Domain> cover = entry.getValue().get(first, rows);
        closed |= closeParts(entry.getKey().whole(), cover);
      }
    }
    return closed;
  }

  private boolean closeParts(Domain whole, List<Domain> domains) {
    int answered = 0;
    long keys = 0;
    for (Domain domain : domains) {
      Optional<Answerers> part = rows.current(domain);
      answered += part.map(Answerers::number).orElse(0);
      keys += part.map(Answerers::keySum).orElse(0L);
    }
    List<Domain> fresh = domains.stream().filter(rows.fresh()::containsKey).toList();
    if (answered > 0 && hasFew(whole, fresh, new Answerers(answered, keys))) {
      return takeBack(fresh.stream().min(comparingInt(this::answered)).orElse(whole));
    }
    return false;
  }

  /** Whether a version of {@code whole} differs from the sum of its parts by a few people. */
  private boolean hasFew(Domain whole, List<Domain> freshParts, Answerers sum) {
    return rows.freshDiffersByFew(whole, sum)
        || (!freshParts.isEmpty()
            && rows.toldDiffersByFew(
                whole, sum, freshParts.stream().mapToInt(rows::lastRelease).max().orElseThrow()));
  }

  private int answered(Domain domain) {
    return rows.fresh().get(domain).answerers().number();
  }

  private boolean takeBack(Domain domain) {
    boolean wasFresh = rows.fresh().containsKey(domain);
    rows.takeBack(domain);
    return wasFresh;
  }
}
