package org.saualnama.disclosure;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.release.Release;

/** A release as anybody may see it. */
public final class PublishedRelease {
  private final Release release;
  private final Map<RowKey, ProtectedRow> rows;

  PublishedRelease(Release release, List<ProtectedRow> rows) {
    this.release = release;
    this.rows = rows.stream().collect(toUnmodifiableMap(ProtectedRow::key, identity()));
  }

  public int number() {
    return release.number();
  }

  public String date() {
    return release.cutAt().toLocalDate().toString();
  }

  /** How many responses it counts, to the nearest 5. */
  public long sampleSize() {
    return DisclosureControl.rounded(release.responses());
  }

  /** The row, unless it is withheld. */
  public Optional<ProtectedRow> row(RowKey key) {
    return Optional.ofNullable(rows.get(key));
  }
}
