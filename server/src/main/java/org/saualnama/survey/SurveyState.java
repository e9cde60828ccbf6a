package org.saualnama.survey;

import java.util.Locale;

/** Whether a published survey takes submissions. */
public enum SurveyState {
  /** Takes submissions. */
  OPEN,
  /** Takes none for now; releases go on. */
  PAUSED,
  /** Takes none any more; its last release is to be cut. */
  CLOSING,
  /** Done. */
  CLOSED;

  /** As it is written in the API and the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SurveyState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
