package org.saualnama;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.saualnama.secret.Secret;
import org.saualnama.submission.Answers;
import org.saualnama.submission.BallotSeal;
import org.saualnama.submission.Collector;
import org.saualnama.submission.Shown;
import org.saualnama.submission.Submission;
import org.saualnama.survey.SurveyVersion;

/** Answers of any collector, put into the ballot box all at once so that one release takes them. */
public final class SealedAnswers {
  private final Node node;
  private final String survey;
  private final BallotSeal seal;
  private final List<String> sealed = new ArrayList<>();

  /**
   * For one survey of a node.
   *
   * @param folder where the node has its secret
   */
  public SealedAnswers(Node node, Path folder, String survey) throws IOException {
    this.node = node;
    this.survey = survey;
    this.seal = new BallotSeal(Secret.from(folder.resolve("secret")));
  }

  /** One more, unchecked. */
  public void add(String collector, Map<String, List<String>> choices) {
    SurveyVersion version = node.app().surveys().find(survey).orElseThrow().latest();
    Answers answers = new Answers(choices, Map.of());
    Submission submission =
        new Submission(version, "en", Collector.of(collector), answers, Shown.NOTHING);
    sealed.add("\\x" + HexFormat.of().formatHex(seal.seal(submission)));
  }

  /** All by one statement, so that no release is cut in between. */
  public void put() {
    node.query(
        "INSERT INTO submission SELECT '%s', s::bytea FROM unnest('{%s}'::text[]) AS all_of (s)"
            .formatted(survey, String.join(",", sealed).replace("\\", "\\\\")));
  }
}
