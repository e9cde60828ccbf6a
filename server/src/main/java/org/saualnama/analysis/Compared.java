package org.saualnama.analysis;

import java.util.Map;
import org.saualnama.estimate.Difference;

/**
 * One comparison of a table.
 *
 * @param answer the code whose shares are compared
 * @param domain where, item to code; empty where domains themselves are compared
 * @param a what is compared: a domain's codes joined by ':', a collector or a release
 * @param b with what
 * @param difference a's share less b's
 * @param holm the p-value adjusted by Holm, over all tests of the table; NaN where there is none
 * @param hochberg likewise by Benjamini and Hochberg
 */
record Compared(
    String answer,
    Map<String, String> domain,
    String a,
    String b,
    Difference difference,
    double holm,
    double hochberg) {

  /** With its p-values adjusted. */
  Compared adjusted(double byHolm, double byHochberg) {
    return new Compared(answer, domain, a, b, difference, byHolm, byHochberg);
  }
}
