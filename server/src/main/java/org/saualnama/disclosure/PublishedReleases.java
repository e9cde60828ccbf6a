package org.saualnama.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.release.Release;

/** The newest release of each survey on this node: what every public answer is looked up in. */
public final class PublishedReleases {
  /** What is said of a release that is no longer told. */
  static final String WITHDRAWN =
      "What was published is withdrawn: it was cut before figures were protected by noise, and"
          + " beside protected ones it could betray somebody. The next release replaces it.";

  private static final String NOTHING_YET =
      "Nothing is published yet: a release waits for enough answers.";

  private final Map<String, PublishedRelease> newest = new ConcurrentHashMap<>();
  private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
  private final List<BiConsumer<String, PublishedRelease>> listeners = new CopyOnWriteArrayList<>();

  public Optional<PublishedRelease> newest(String survey) {
    return Optional.ofNullable(newest.get(survey));
  }

  /**
   * The newest, or why there is none.
   *
   * @throws Refusal (not found) if nothing is published, or no longer
   */
  public PublishedRelease newestOrRefuse(String survey) {
    return newest(survey)
        .orElseThrow(
            () -> new Refusal(Reason.NOT_FOUND, areWithdrawn(survey) ? WITHDRAWN : NOTHING_YET));
  }

  /**
   * The release of this number, past ones too, if it may be told.
   *
   * @throws Refusal (not found) if there is none, or it is withdrawn
   */
  public static Release told(List<Release> all, int number) {
    Release release =
        all.stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no such release."));
    if (release.withdrawn()) {
      throw new Refusal(Reason.NOT_FOUND, WITHDRAWN);
    }
    return release;
  }

  /** Whether there are releases of it, and all of them are withdrawn. */
  public boolean areWithdrawn(String survey) {
    return withdrawn.contains(survey) && !newest.containsKey(survey);
  }

  /** Takes down that all its releases so far are withdrawn. */
  void withdraw(String survey) {
    withdrawn.add(survey);
  }

  /** Serves {@code release}, unless a newer one overtook it on its way from the database. */
  void put(String survey, PublishedRelease release) {
    PublishedRelease served = newest.merge(survey, release, (a, b) -> b.isBefore(a) ? a : b);
    if (served == release) {
      listeners.forEach(listener -> listener.accept(survey, release));
    }
  }

  /** Hears of each survey's release that this node serves from now on; on any thread. */
  public void onNew(BiConsumer<String, PublishedRelease> listener) {
    listeners.add(listener);
  }
}
