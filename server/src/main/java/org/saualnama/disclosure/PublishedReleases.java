package org.saualnama.disclosure;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The newest release of each survey on this node: what every public answer is looked up in. */
public final class PublishedReleases {
  private final Map<String, PublishedRelease> newest = new ConcurrentHashMap<>();

  public Optional<PublishedRelease> newest(String survey) {
    return Optional.ofNullable(newest.get(survey));
  }

  /** Serves {@code release}, unless a newer one overtook it on its way from the database. */
  void put(String survey, PublishedRelease release) {
    newest.merge(survey, release, (a, b) -> b.isBefore(a) ? a : b);
  }
}
