package org.saualnama.authoring;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.saualnama.disclosure.DisclosureControl;
import org.saualnama.release.Release;
import org.saualnama.survey.ReleasePolicy;
import org.saualnama.survey.SurveyState;

/**
 * When and why the ballot box can be opened for the next release.
 *
 * @param why what it waits for
 * @param notBefore the end of the pause after it was last opened, if that is still to come
 * @param newcomers so many have to wait
 */
public record NextRelease(Why why, Optional<OffsetDateTime> notBefore, long newcomers) {
  /** What the next release waits for. */
  public enum Why {
    /** There will be none. */
    OVER,
    /** The survey closes: the last one is cut at once, if enough are left. */
    CLOSING,
    /** The last one is too young; whether enough wait is not told before. */
    INTERVAL,
    /** Too few wait. */
    NEWCOMERS,
    /** Nothing: it is about to be cut. */
    DUE;

    /** As it is written in the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** By what anybody may know of the last release: how many it counts is rounded. */
  static long newcomers(ReleasePolicy policy, Optional<Release> last) {
    return policy.newcomersNeeded(
        last.map(release -> DisclosureControl.rounded(release.responses())).orElse(0L));
  }

  /**
   * By what is known of a survey.
   *
   * @param opened when the ballot box was last opened: releases of imported interviews alone don't
   *     make it rest
   * @param waiting submissions in the box
   */
  static NextRelease of(
      SurveyState state,
      ReleasePolicy policy,
      Optional<Release> last,
      Optional<OffsetDateTime> opened,
      long waiting,
      OffsetDateTime now) {
    if (state == SurveyState.CLOSED || state == SurveyState.CLOSING) {
      Why why = state == SurveyState.CLOSED ? Why.OVER : Why.CLOSING;
      return new NextRelease(why, Optional.empty(), ReleasePolicy.LEAST_AT_CLOSING);
    }
    long needed = newcomers(policy, last);
    Optional<OffsetDateTime> notBefore =
        opened.map(at -> at.plus(policy.minInterval())).filter(now::isBefore);
    if (notBefore.isPresent()) {
      return new NextRelease(Why.INTERVAL, notBefore, needed);
    }
    return new NextRelease(waiting < needed ? Why.NEWCOMERS : Why.DUE, Optional.empty(), needed);
  }
}
