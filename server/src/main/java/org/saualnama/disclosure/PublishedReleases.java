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

  void put(String survey, PublishedRelease release) {
    newest.put(survey, release);
  }
}
