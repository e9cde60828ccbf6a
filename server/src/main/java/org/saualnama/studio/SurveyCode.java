package org.saualnama.studio;

import java.util.regex.Pattern;

/** What may name a survey for good. */
final class SurveyCode {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

  private SurveyCode() {}

  static boolean fits(String text) {
    return FORM.matcher(text).matches();
  }
}
