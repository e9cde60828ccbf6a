package org.saualnama.audit;

import java.util.List;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;

/** Why somebody looks at exact figures; it goes into the log, so it has to say something. */
public final class Reason {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 500;

  private Reason() {}

  /**
   * The one value of the parameter {@code reason}.
   *
   * @throws Refusal (malformed) naming the parameter if it isn't there once, in 10 to 500
   *     characters that can be seen
   */
  public static String of(List<String> values) {
    String reason = values.size() == 1 ? values.get(0).strip() : "";
    int length = reason.codePointCount(0, reason.length());
    if (length < SHORTEST
        || length > LONGEST
        || !Json.isStorable(reason)
        || reason.codePoints().anyMatch(Reason::isUnseen)) {
      throw Refusal.malformed(
          "reason",
          "no_reason",
          "Say once, in %d to %d characters, what you need these figures for; it goes into the log."
              .formatted(SHORTEST, LONGEST));
    }
    return reason;
  }

  /** What moves the words around it, or a cursor, would let a reason look like another entry. */
  private static boolean isUnseen(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }
}
