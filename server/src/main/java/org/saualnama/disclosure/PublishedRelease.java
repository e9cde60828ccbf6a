package org.saualnama.disclosure;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.release.Erratum;
import org.saualnama.release.Release;
import org.saualnama.submission.Collector;

/** A release as anybody may see it. */
public final class PublishedRelease {
  private static final String OPEN = Collector.OPEN.code();

  private final Release release;
  private final int minBase;
  private final Map<RowKey, ProtectedRow> rows;
  private final List<String> collectors;
  private final List<PastRow> history;

  /** One of {@code rows}, with what it and those before it told of whole samples, oldest first. */
  PublishedRelease(Release release, int minBase, List<ProtectedRow> rows, List<PastRow> history) {
    this.history = List.copyOf(history);
    this.release = release;
    this.minBase = minBase;
    this.rows = rows.stream().collect(toUnmodifiableMap(ProtectedRow::key, identity()));
    this.collectors =
        rows.stream()
            .map(row -> row.key().collector())
            .distinct()
            .sorted(comparing((String name) -> !name.equals(OPEN)).thenComparing(naturalOrder()))
            .toList();
  }

  /**
   * A later release under the same least base: its own rows, or those of several since, stand
   * before these, which stand until then.
   *
   * @param fresh oldest first
   * @param since what was told of whole samples in between, oldest first, from the least base on
   */
  PublishedRelease followedBy(Release later, List<RowVersion> fresh, List<PastRow> since) {
    Map<RowKey, ProtectedRow> told = new HashMap<>(rows);
    fresh.forEach(version -> told.put(version.row().key(), version.row()));
    List<PastRow> past = new ArrayList<>(history);
    past.addAll(since);
    return new PublishedRelease(
        later, minBase, told.values().stream().filter(row -> row.base() >= minBase).toList(), past);
  }

  /** The names of the collectors that it has rows of: the open link first, then by name. */
  public List<String> collectors() {
    return collectors;
  }

  public OffsetDateTime cutAt() {
    return release.cutAt();
  }

  /** Whether it is {@code other}, with all that was found to be wrong with it. */
  boolean is(Release other) {
    return release.number() == other.number() && release.errata().size() == other.errata().size();
  }

  /** Whether {@code other} is a later release, or tells more that is wrong with this one. */
  boolean isBefore(PublishedRelease other) {
    return number() == other.number()
        ? release.errata().size() < other.release.errata().size()
        : number() < other.number();
  }

  /** What was found to be wrong with it since, oldest first. */
  public List<Erratum> errata() {
    return release.errata();
  }

  /** The release as it is told now: its number, and how much was found to be wrong with it. */
  public String edition() {
    return number() + "." + errata().size();
  }

  public int number() {
    return release.number();
  }

  /** The version of the survey whose rules the release followed. */
  public int surveyVersion() {
    return release.version();
  }

  /** So many must have answered for a row to be published, by that version. */
  public int minBase() {
    return minBase;
  }

  public String date() {
    return release.cutAt().toLocalDate().toString();
  }

  /** How many responses it counts, to the nearest 5. */
  public long sampleSize() {
    return DisclosureControl.rounded(release.responses());
  }

  /** What this release and those before it told of all who answered an item, oldest first. */
  public List<PastRow> history(String collector, String item) {
    return history.stream()
        .filter(past -> past.row().key().collector().equals(collector))
        .filter(past -> past.row().key().item().equals(item))
        .toList();
  }

  /** The row, unless it is withheld. */
  public Optional<ProtectedRow> row(RowKey key) {
    return Optional.ofNullable(rows.get(key));
  }
}
