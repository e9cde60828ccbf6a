package org.saualnama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.Reading;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.survey.TargetFiles;

/**
 * The event feedback with a margin, and answers by several collectors in its first release: an open
 * link, invited people whose weights clash with the bounds, interviews with a category under the
 * least base of 10, and a few who are too few.
 */
public final class WeighedFeedback {
  public static final String SURVEY = "event-feedback";

  private static final String RULES =
      """
      weighting:
        margins:
          - margin: attendance
            segments: [attendance]
            targets: |
              category,share,computed,reference_date,source
              in_person,0.6,no,2026,invented for a test
              online,0.4,no,2026,invented for a test
        bounds: [0.5, 2]

      release:\
      """;

  private final Node node;
  private final SealedAnswers answers;

  private WeighedFeedback(Node node, Path folder) throws IOException {
    this.node = node;
    this.answers = new SealedAnswers(node, folder, SURVEY);
  }

  /** A demonstration of it, with its first release. */
  public static Node start(Path folder) throws IOException {
    Node node = Node.start(folder, TestDefs.eventFeedback(folder, "release:", RULES), true);
    WeighedFeedback feedback = new WeighedFeedback(node, folder);
    feedback.add("open", "in_person", 120);
    feedback.add("open", "online", 80);
    feedback.add("open", "prefer_not_to_say", 12);
    feedback.add("open", "", 5);
    feedback.add("invited", "in_person", 95);
    feedback.add("invited", "online", 5);
    feedback.add("invited:few", "in_person", 6);
    feedback.add("invited:few", "online", 3);
    feedback.add("interviewer:2027-05", "in_person", 30);
    feedback.add("interviewer:2027-05", "online", 9);
    feedback.send();
    return node;
  }

  /**
   * Sends some more who were there online.
   *
   * @param online how many by collector; a demonstration's release needs 100 together
   */
  public static void sendMore(Node node, Path folder, Map<String, Integer> online)
      throws IOException {
    WeighedFeedback feedback = new WeighedFeedback(node, folder);
    online.forEach((collector, count) -> feedback.add(collector, "online", count));
    feedback.answers.put();
  }

  /** Its definition, published as the first version. */
  public static SurveyVersion version() throws IOException {
    String text = Files.readString(TestDefs.shipped().resolve("event-feedback.yaml"));
    Reading reading =
        new DefinitionReader()
            .read(
                "event-feedback.yaml",
                text.replace("release:", RULES),
                TargetFiles.beside(Path.of(".")));
    return new SurveyVersion(reading.survey().orElseThrow(), 1);
  }

  private void add(String collector, String attendance, int count) {
    for (int i = 0; i < count; i++) {
      Map<String, List<String>> choices = new TreeMap<>();
      choices.put("usefulness", List.of(Integer.toString(1 + i % 5)));
      if (!attendance.isEmpty()) {
        choices.put("attendance", List.of(attendance));
      }
      answers.add(collector, choices);
    }
  }

  private void send() {
    answers.put();
    Eventually.until(
        "it is served",
        () -> node.get("/results/event-feedback/en").body().contains("All who answered"));
  }
}
