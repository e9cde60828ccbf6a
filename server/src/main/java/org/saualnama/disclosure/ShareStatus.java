package org.saualnama.disclosure;

/** What is told of an option's share. */
public enum ShareStatus {
  /** The share itself. */
  TOLD(""),
  /** That none chose it, or so few that their share is not told. */
  BANDED("b"),
  /** That it is under 3 per cent. */
  UNDER("u"),
  /** That it is over 97 per cent. */
  OVER("o");

  private final String code;

  ShareStatus(String code) {
    this.code = code;
  }

  /** As tables have it. */
  public String code() {
    return code;
  }

  static ShareStatus of(String code) {
    for (ShareStatus status : values()) {
      if (status.code.equals(code)) {
        return status;
      }
    }
    throw new IllegalArgumentException("no status has the code " + code);
  }
}
