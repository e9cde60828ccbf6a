package org.saualnama.imports;

import java.util.List;
import org.saualnama.refusal.Refusal.Problem;
import org.saualnama.submission.SentSubmission;

/**
 * One row of a file, read and not yet checked.
 *
 * @param line where it begins, from 1 on
 * @param interview what was answered; null where it can't be read
 * @param problems why it can't be read
 */
record SentRow(long line, SentSubmission interview, List<Problem> problems) {
  static SentRow of(long line, SentSubmission interview) {
    return new SentRow(line, interview, List.of());
  }

  static SentRow unread(long line, List<Problem> problems) {
    return new SentRow(line, null, problems);
  }
}
