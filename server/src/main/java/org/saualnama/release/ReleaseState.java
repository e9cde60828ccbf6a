package org.saualnama.release;

import org.saualnama.survey.ReleasePolicy;

/**
 * How things stand with a survey's releases, and what may be released now.
 *
 * @param phase the survey's state
 * @param last number of the newest release; 0 if there is none
 * @param responses how many that release counts
 * @param rested whether the ballot box was last opened long enough ago
 */
record ReleaseState(Phase phase, int last, long responses, boolean rested) {
  /** What a survey's state means for its releases. */
  enum Phase {
    /** There may be another one; a pause takes no answers, but releases go on. */
    RUNNING,
    /** The last one is to be cut. */
    CLOSING,
    /** There will be none. */
    OVER;

    static Phase of(String state) {
      return switch (state) {
        case "open", "paused" -> RUNNING;
        case "closing" -> CLOSING;
        default -> OVER;
      };
    }
  }

  int next() {
    return last + 1;
  }

  /** How many have to be released together, so that none can be found out by its release. */
  long needed(ReleasePolicy policy) {
    return phase == Phase.CLOSING
        ? ReleasePolicy.LEAST_AT_CLOSING
        : policy.newcomersNeeded(responses);
  }

  /**
   * What may be taken. Those in the ballot box must be enough among themselves, for whoever
   * imported the others could tell them apart; and watching must not show who answered since, so
   * the box rests. Imported ones nobody watches: they only have to be enough.
   *
   * @param needed as {@link #needed} has it
   */
  Taking taking(long needed, Waiting waiting) {
    if (phase == Phase.OVER) {
      return Taking.NOTHING;
    }
    if (waiting.boxed() >= needed && (rested || phase == Phase.CLOSING)) {
      return Taking.ALL;
    }
    return waiting.imported() >= needed ? Taking.IMPORTED : Taking.NOTHING;
  }
}
