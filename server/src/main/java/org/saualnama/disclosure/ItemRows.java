package org.saualnama.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of one item by one collector while a release is made: all that has ever been told, and
 * what is to be told anew. What was told stays told; only what is fresh can be taken back.
 */
final class ItemRows {
  private final Map<Domain, List<RowVersion>> told;
  private final Map<Domain, RowVersion> fresh = new LinkedHashMap<>();

  /**
   * With nothing fresh yet.
   *
   * @param told oldest first
   */
  ItemRows(Map<Domain, List<RowVersion>> told) {
    this.told = told;
  }

  void add(Domain domain, RowVersion version) {
    fresh.put(domain, version);
  }

  void takeBack(Domain domain) {
    fresh.remove(domain);
  }

  Map<Domain, RowVersion> fresh() {
    return fresh;
  }

  /** All that was told of a domain, oldest first. */
  List<RowVersion> told(Domain domain) {
    return told.getOrDefault(domain, List.of());
  }

  /** What was last told of a domain. */
  Optional<RowVersion> lastTold(Domain domain) {
    List<RowVersion> versions = told(domain);
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  /** What the release tells of a domain. */
  Optional<RowVersion> current(Domain domain) {
    return Optional.ofNullable(fresh.get(domain)).or(() -> lastTold(domain));
  }

  /** Told and to be told; the last is {@link #current}. */
  List<RowVersion> versions(Domain domain) {
    List<RowVersion> versions = new ArrayList<>(told(domain));
    Optional.ofNullable(fresh.get(domain)).ifPresent(versions::add);
    return versions;
  }

  /** Every domain with a version. */
  List<Domain> domains() {
    List<Domain> domains = new ArrayList<>(told.keySet());
    Set<Domain> known = told.keySet();
    fresh.keySet().stream().filter(domain -> !known.contains(domain)).forEach(domains::add);
    return domains;
  }
}
