package org.saualnama.authoring;

import java.util.List;
import java.util.Optional;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Problem;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.DefinitionProblem;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.Outlook;
import org.saualnama.survey.Reading;
import org.saualnama.survey.TargetFiles;

/** Tells everything that keeps a draft from being published; takes a while for a long one. */
public final class DraftCheck {
  /** What problems call the definition. */
  static final String FILE = "definition.yaml";

  private final TargetFiles files;

  /**
   * Checks drafts.
   *
   * @param files where the targets are that drafts name
   */
  public DraftCheck(TargetFiles files) {
    this.files = files;
  }

  /** The draft read, with all its problems. */
  public Reading read(String definition) {
    return new DefinitionReader().read(FILE, definition, files);
  }

  /** What is worth knowing beyond problems: that no figure could ever be published. */
  public static Optional<String> notice(Reading reading) {
    return reading.survey().flatMap(Outlook::notice);
  }

  /** The refusal that tells them all. */
  static Refusal refusal(List<DefinitionProblem> problems) {
    return new Refusal(
        Reason.INVALID_DEFINITION,
        "The definition can't be published. Mend its problems first.",
        problems.stream().map(DraftCheck::problem).toList());
  }

  private static Problem problem(DefinitionProblem problem) {
    return new Problem(
        problem.file() + ":" + problem.line(),
        "problem",
        problem.message() + ": " + problem.mend() + ".");
  }
}
