package org.saualnama.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an account may be granted, for all surveys or for one. */
public enum Role {
  /** Accounts and settings. */
  ADMIN,
  /** Writes, publishes and closes surveys. */
  AUTHOR,
  /** Keys for scripts, downloads of published figures. */
  ANALYST,
  /** Exact figures and microdata; every use is audited with its reason. */
  STEWARD,
  /** Enters submissions for others. */
  INTERVIEWER;

  /** As it is written in the API, the database and tokens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of this code, if there is one. */
  public static Optional<Role> of(String code) {
    return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
