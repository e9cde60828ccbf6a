package org.saualnama.http;

import java.util.function.LongSupplier;

/** How often one client may ask for what: answering is not among it. */
public record Limits(RateLimit reads, RateLimit signIns) {
  /** Where nobody is counted. */
  public static final Limits NONE = of(0, 0, System::nanoTime);

  /** To be called now and then: counts of a minute that is over are forgotten. */
  public void forget() {
    reads.forget();
    signIns.forget();
  }

  /**
   * Per minute; 0 for no limit.
   *
   * @param nanos a clock
   */
  public static Limits of(int reads, int signIns, LongSupplier nanos) {
    return new Limits(
        new RateLimit("reads", reads, nanos), new RateLimit("sign-ins", signIns, nanos));
  }
}
