package org.saualnama.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who sends a request, once that is proved.
 *
 * @param name what people call the account
 * @param grants what the account, or the key it uses, has been granted
 */
public record Caller(UUID account, String name, Set<Grant> grants) {
  public Caller {
    grants = Set.copyOf(grants);
  }

  /** Whether one of {@code roles} is held for {@code survey}, or for all of them. */
  public boolean may(Set<Role> roles, Optional<String> survey) {
    return grants.stream().anyMatch(grant -> roles.contains(grant.role()) && grant.reaches(survey));
  }

  /** Whether {@code role} is held anywhere. */
  public boolean hasSomewhere(Role role) {
    return grants.stream().anyMatch(grant -> grant.role() == role);
  }
}
