package org.saualnama.submission;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How responses come in; it decides what may be claimed of them. Each round of interviews under one
 * name, a wave, is a collector of its own.
 *
 * @param wave the name of the round; empty where there are none
 */
public record Collector(Kind kind, String wave) {
  /** The ways in. */
  public enum Kind {
    /** A link that anybody may follow: self-selected, so no margin of error. */
    OPEN,
    /** People drawn at random, who were invited one by one. */
    INVITED,
    /** Interviews, whose interviewers sought the respondents. */
    INTERVIEWER;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** Its name in the API, in definitions and in the database. */
    public String code() {
      return code;
    }
  }

  /** The form and the API, for anybody. */
  public static final Collector OPEN = new Collector(Kind.OPEN, "");

  private static final Pattern WAVE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,30}");

  public Collector {
    if (!wave.isEmpty() && !isWave(wave)) {
      throw new IllegalArgumentException("no name of a wave");
    }
  }

  /** Whether a round may have this name: it stands in addresses and tables. */
  public static boolean isWave(String name) {
    return WAVE.matcher(name).matches();
  }

  /**
   * Its name in the API and in the database: {@code interviewer} or {@code interviewer:2027-05}.
   */
  public String code() {
    return wave.isEmpty() ? kind.code() : kind.code() + ":" + wave;
  }

  /**
   * The collector of this name.
   *
   * @throws IllegalArgumentException if there can't be one
   */
  public static Collector of(String code) {
    int colon = code.indexOf(':');
    String name = colon < 0 ? code : code.substring(0, colon);
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(one -> one.code().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no kind of collector"));
    if (colon == code.length() - 1) {
      throw new IllegalArgumentException("no name of a wave");
    }
    return new Collector(kind, colon < 0 ? "" : code.substring(colon + 1));
  }
}
