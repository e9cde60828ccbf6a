package org.saualnama.survey;

import java.util.Optional;

/** Tells an author in good time that the answers hoped for are too few to publish anything. */
public final class Outlook {
  private Outlook() {}

  /** Why no figure will ever be published; empty if one can be, or if nothing is expected. */
  public static Optional<String> notice(Survey survey) {
    if (survey.expectedResponses() == null) {
      return Optional.empty();
    }
    int expected = survey.expectedResponses();
    int newcomers = survey.release().minNewcomers();
    int base = survey.disclosure().minBase();
    boolean closes = survey.closes() != null;
    int least = closes ? Math.min(newcomers, ReleasePolicy.LEAST_AT_CLOSING) : newcomers;
    if (expected < least) {
      String waits = closes ? "even the last release, at closing," : "a release";
      String mend = closes || expected < ReleasePolicy.LEAST_AT_CLOSING ? "" : ", set 'closes'";
      return Optional.of(
          never(expected) + waits + " waits for " + least + " responses: ask more people" + mend);
    }
    if (expected < base) {
      return Optional.of(
          never(expected) + "a figure needs a base of " + base + ": ask more people");
    }
    return Optional.empty();
  }

  private static String never(int expected) {
    return expected + " respondents will never see figures, because ";
  }
}
