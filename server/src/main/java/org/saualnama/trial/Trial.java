package org.saualnama.trial;

import java.time.Duration;
import java.util.Locale;

/**
 * What the holder of a link may try.
 *
 * @param number the draft's revision, or the version
 */
public record Trial(Kind kind, String survey, boolean draft, int number) {

  /** What becomes of the answers, and how long the link is good for. */
  public enum Kind {
    /** Nothing is stored. */
    PREVIEW(Duration.ofDays(1)),
    /** Kept in the test box, where the authors read every one; never counted. */
    TEST(Duration.ofDays(14));

    private final Duration life;

    Kind(Duration life) {
      this.life = life;
    }

    Duration life() {
      return life;
    }

    /** As it is written in the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A draft as it is in one revision. */
  public static Trial ofDraft(Kind kind, String survey, int revision) {
    return new Trial(kind, survey, true, revision);
  }

  public static Trial ofVersion(Kind kind, String survey, int version) {
    return new Trial(kind, survey, false, version);
  }
}
