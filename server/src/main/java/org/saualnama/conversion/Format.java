package org.saualnama.conversion;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What questionnaires come in. */
public enum Format {
  /** Sheets, as ODK and Kobo use them. */
  XLSFORM("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** LimeSurvey's .lss. */
  LIMESURVEY("application/xml"),
  /** SurveyJS's JSON. */
  SURVEYJS("application/json");

  private final String type;

  Format(String type) {
    this.type = type;
  }

  /** The format that a content type names. */
  public static Optional<Format> of(String contentType) {
    String bare = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    String type = bare.equals("text/xml") ? LIMESURVEY.type : bare;
    return Stream.of(values()).filter(format -> format.type.equals(type)).findFirst();
  }

  /** The format that a file seems to have: browsers don't know all their types. */
  public static Optional<Format> seen(byte[] file) {
    String start = new String(file, 0, Math.min(file.length, 200), StandardCharsets.UTF_8);
    String text = start.replaceFirst("^\uFEFF", "").strip();
    if (text.startsWith("PK")) {
      return Optional.of(XLSFORM);
    }
    if (text.startsWith("<")) {
      return Optional.of(LIMESURVEY);
    }
    return text.startsWith("{") ? Optional.of(SURVEYJS) : Optional.empty();
  }
}
