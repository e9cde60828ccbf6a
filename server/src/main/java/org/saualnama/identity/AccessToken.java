package org.saualnama.identity;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.saualnama.access.Grant;

/**
 * What a verified access token says.
 *
 * @param grants what its account had been granted when it was made
 */
record AccessToken(UUID account, UUID session, Set<Grant> grants) {
  static final Duration LIFE = Duration.ofMinutes(15);

  AccessToken {
    grants = Set.copyOf(grants);
  }
}
