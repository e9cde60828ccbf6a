package org.saualnama.identity;

import java.util.Set;
import java.util.UUID;
import org.saualnama.access.Caller;
import org.saualnama.access.Grant;

/**
 * Somebody who may sign in.
 *
 * @param setUp whether the set-up link has been followed, so that there is a password
 */
public record Account(UUID id, String name, Set<Grant> grants, boolean disabled, boolean setUp) {
  public Account {
    grants = Set.copyOf(grants);
  }

  Caller caller() {
    return new Caller(id, name, grants);
  }
}
