package org.saualnama.submission;

import java.util.Locale;

/** How responses come in; it decides what may be claimed of them. */
public enum Collector {
  /** A link that anybody may follow: self-selected, so no margin of error. */
  OPEN;

  /** Its name in the API and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The collector of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Collector of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
