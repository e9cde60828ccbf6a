package org.saualnama.access;

import java.util.Optional;

/**
 * A role, and where it holds.
 *
 * @param survey empty for all surveys and all that belongs to none
 */
public record Grant(Role role, Optional<String> survey) {
  /** Everywhere. */
  public static Grant global(Role role) {
    return new Grant(role, Optional.empty());
  }

  public static Grant of(Role role, String survey) {
    return new Grant(role, Optional.of(survey));
  }

  boolean reaches(Optional<String> where) {
    return survey.isEmpty() || survey.equals(where);
  }
}
