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

  /** The grant that {@link #code} writes so. */
  public static Optional<Grant> of(String code) {
    int colon = code.indexOf(':');
    Optional<String> survey = colon < 0 ? Optional.empty() : Optional.of(code.substring(colon + 1));
    return Role.of(colon < 0 ? code : code.substring(0, colon))
        .map(role -> new Grant(role, survey));
  }

  /** {@code author} or {@code author:may9-kz}: in tokens, keys and the audit log. */
  public String code() {
    return role.code() + survey.map(code -> ":" + code).orElse("");
  }

  boolean reaches(Optional<String> where) {
    return survey.isEmpty() || survey.equals(where);
  }
}
