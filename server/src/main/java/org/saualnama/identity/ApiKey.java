package org.saualnama.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.saualnama.access.Grant;

/**
 * What is known of a key once it has been shown.
 *
 * @param name what its owner calls it
 * @param grants no more than its account has at the time of use
 * @param lastUsed by day
 */
public record ApiKey(
    UUID id,
    String name,
    Set<Grant> grants,
    Instant expires,
    boolean revoked,
    Optional<LocalDate> lastUsed) {
  public ApiKey {
    grants = Set.copyOf(grants);
  }

  /** The last day on which it opens anything, in UTC. */
  public LocalDate lastDay() {
    return expires.minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
