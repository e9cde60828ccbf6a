package org.saualnama.submission;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.saualnama.survey.Item;
import org.saualnama.survey.Question;
import org.saualnama.survey.SurveyVersion;

/**
 * Randomised response: each answer to a strict question is kept with the chance {@link
 * Question#KEPT}, and else gives way to one of its item's codes, all of them equally likely, which
 * may be the same. What was answered is then nowhere any more.
 *
 * <p>The idea is Warner's (1965, Journal of the American Statistical Association 60:63-69); drawing
 * instead of the answer is the unrelated question of Greenberg, Abul-Ela, Simmons and Horvitz
 * (1969, the same journal 64:520-539), with an even lot for the question. What was skipped stays
 * skipped.
 */
public final class Randomisation {
  private static final SecureRandom CHANCE = new SecureRandom();

  private Randomisation() {}

  /** What of a submission may be kept, wherever it is kept; drawn anew with each call. */
  public static Submission of(Submission submission) {
    return submission.version().strictItems().isEmpty() ? submission : of(submission, CHANCE);
  }

  static Submission of(Submission submission, RandomGenerator chance) {
    SurveyVersion version = submission.version();
    Answers given = submission.answers();
    Map<String, List<String>> kept = new HashMap<>(given.choices());
    for (Item item : version.strictItems()) {
      kept.computeIfPresent(item.code(), (code, chosen) -> drawn(item, chosen, chance));
    }
    return new Submission(
        version,
        submission.language(),
        submission.collector(),
        new Answers(kept, new HashMap<>(given.texts())),
        submission.shown());
  }

  private static List<String> drawn(Item item, List<String> chosen, RandomGenerator chance) {
    return chance.nextDouble() < Question.KEPT
        ? chosen
        : List.of(item.codes().get(chance.nextInt(item.codes().size())));
  }
}
