package org.saualnama.imports;

import java.util.List;
import org.saualnama.refusal.Refusal.Problem;

/**
 * What became of a file, for nobody but its sender.
 *
 * @param first whether it was taken in just now, and not before
 * @param problems of refused rows, each with its line; the first thousand
 */
record ImportReport(boolean first, long taken, long refused, List<Problem> problems) {
  ImportReport {
    problems = List.copyOf(problems);
  }
}
