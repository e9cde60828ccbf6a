package org.saualnama.submission;

import java.util.List;
import java.util.Optional;

/** The outcome of a check: either problems, or a submission. */
public record Checked(List<AnswerProblem> problems, Optional<Submission> submission) {
  static Checked refused(List<AnswerProblem> problems) {
    return new Checked(List.copyOf(problems), Optional.empty());
  }

  static Checked fine(Submission submission) {
    return new Checked(List.of(), Optional.of(submission));
  }
}
