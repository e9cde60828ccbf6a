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
  private static final int NEVER = 0;

  private final Map<Domain, ToldVersions> told;
  private final Map<Domain, RowVersion> fresh = new LinkedHashMap<>();

  /** With nothing fresh yet. */
  ItemRows(Map<Domain, ToldVersions> told) {
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

  /** Who answered what was last told of a domain. */
  Optional<Answerers> lastTold(Domain domain) {
    return Optional.ofNullable(told.get(domain)).map(ToldVersions::last);
  }

  /** The release that last told of a domain; 0 if none has. */
  int lastRelease(Domain domain) {
    return told.containsKey(domain) ? told.get(domain).lastRelease() : NEVER;
  }

  /** Who answered what the release tells of a domain. */
  Optional<Answerers> current(Domain domain) {
    return freshAnswerers(domain).or(() -> lastTold(domain));
  }

  private Optional<Answerers> freshAnswerers(Domain domain) {
    return Optional.ofNullable(fresh.get(domain)).map(RowVersion::answerers);
  }

  /** Whether a domain has a version, told or to be told. */
  boolean has(Domain domain) {
    return fresh.containsKey(domain) || told.containsKey(domain);
  }

  /** Whether what releases after {@code since} told of it differs from {@code others} by a few. */
  boolean toldDiffersByFew(Domain domain, Answerers others, int since) {
    return told.containsKey(domain) && told.get(domain).differByFewFrom(others, since);
  }

  /** Whether what is to be told of it differs from {@code others} by a few. */
  boolean freshDiffersByFew(Domain domain, Answerers others) {
    return freshAnswerers(domain).filter(own -> own.differByFewFrom(others)).isPresent();
  }

  /** Every domain with a version. */
  List<Domain> domains() {
    List<Domain> domains = new ArrayList<>(told.keySet());
    Set<Domain> known = told.keySet();
    fresh.keySet().stream().filter(domain -> !known.contains(domain)).forEach(domains::add);
    return domains;
  }
}
