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
      List<Domain> holders =
          widerDomains.of(domain).stream().filter(d -> !rows.versions(d).isEmpty()).toList();
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

  private boolean differsByFewFromWider(Domain domain) {
    RowVersion fresh = rows.fresh().get(domain);
    return wider.get(domain).stream()
        .flatMap(holder -> rows.versions(holder).stream())
        .filter(version -> isSinceLastTold(version, domain))
        .anyMatch(version -> fresh.differsByFew(version.answered(), version.keySum()));
  }

  private boolean differsByFewFromTold(Domain domain) {
    RowVersion fresh = rows.fresh().get(domain);
    return narrower.getOrDefault(domain, List.of()).stream()
        .flatMap(part -> rows.told(part).stream())
        .filter(version -> isSinceLastTold(version, domain))
        .anyMatch(version -> fresh.differsByFew(version.answered(), version.keySum()));
  }

  /**
   * Whether a fresh row of {@code domain} has to be compared with {@code other}: it holds ten whom
   * its own last version did not, and so no version that is not younger than that one.
   */
  private boolean isSinceLastTold(RowVersion other, Domain domain) {
    return rows.lastTold(domain).map(last -> other.row().asOf() > last.row().asOf()).orElse(true);
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
      Optional<RowVersion> part = rows.current(domain);
      answered += part.map(RowVersion::answered).orElse(0);
      keys += part.map(RowVersion::keySum).orElse(0L);
    }
    List<Domain> fresh = domains.stream().filter(rows.fresh()::containsKey).toList();
    if (answered > 0 && hasFew(whole, fresh, answered, keys)) {
      return takeBack(fresh.stream().min(comparingInt(this::answered)).orElse(whole));
    }
    return false;
  }

  /** Whether a version of {@code whole} differs from the sum of its parts by a few people. */
  private boolean hasFew(Domain whole, List<Domain> freshParts, int answered, long keys) {
    RowVersion freshWhole = rows.fresh().get(whole);
    if (freshWhole != null && freshWhole.differsByFew(answered, keys)) {
      return true;
    }
    return !freshParts.isEmpty()
        && rows.told(whole).stream()
            .filter(version -> freshParts.stream().allMatch(p -> isSinceLastTold(version, p)))
            .anyMatch(version -> version.differsByFew(answered, keys));
  }

  private int answered(Domain domain) {
    return rows.fresh().get(domain).answered();
  }

  private boolean takeBack(Domain domain) {
    boolean wasFresh = rows.fresh().containsKey(domain);
    rows.takeBack(domain);
    return wasFresh;
  }
}
