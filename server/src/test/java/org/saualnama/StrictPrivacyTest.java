package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.secret.Secret;
import org.saualnama.submission.BallotFormat;
import org.saualnama.submission.BallotSeal;
import org.saualnama.submission.Submission;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.trial.Walker;

/**
 * Everybody gives the same answer to a strict question; what lies anywhere afterwards, with the
 * secret in hand, is what the lot made of it.
 */
final class StrictPrivacyTest {
  private static final String SURVEY = "event-feedback";
  private static final int EACH = 150;

  @TempDir private Path folder;
  private Node node;

  @BeforeEach
  void start() {
    Path defs =
        SurveyFolder.in(folder)
            .with(
                "event-feedback.yaml",
                "event-feedback.yaml",
                text ->
                    text.replace(
                            "- question: usefulness\n",
                            "- question: usefulness\n        strict: true\n")
                        .replace("expected_responses: 120", "expected_responses: 20000")
                        .replace("min_newcomers: 20,", "min_newcomers: 10000,"))
            .folder();
    node = Node.start(folder, defs, false);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private SurveyVersion version() {
    return node.app().surveys().find(SURVEY).orElseThrow().latest();
  }

  @Test
  void byEveryWayInOnlyTheDrawnAnswerReachesTheBox() throws Exception {
    for (int i = 0; i < EACH; i++) {
      Map<String, Object> answers = Map.of("usefulness", 2, "attendance", "online");
      HttpResponse<String> taken = node.submit(SURVEY, UUID.randomUUID(), Node.submission(answers));
      assertEquals(201, taken.statusCode(), taken::body);
      assertTrue(taken.body().matches("\\{\"receipt\":\"[0-9A-Z-]{19}\"}"), taken.body());
    }
    holdsTheLot("submission");
    for (int i = 0; i < EACH; i++) {
      new Walker(node, "/s/" + SURVEY).walk("en", "usefulness", "2", "attendance", "online");
    }
    holdsTheLot("submission");
    Person sender = Person.of(node, "sender", Grant.global(Role.INTERVIEWER));
    String path = "/api/v1/surveys/" + SURVEY + "/submissions:import?collector=interviewer";
    HttpResponse<String> brought =
        node.send(
            sender
                .api(path)
                .header("Content-Type", "text/csv")
                .POST(
                    BodyPublishers.ofString(
                        "usefulness,attendance\n" + "2,online\n".repeat(EACH))));
    assertEquals(201, brought.statusCode(), brought::body);
    assertFalse(brought.body().contains("usefulness"), brought::body);
    holdsTheLot("imported");
  }

  /** Opens what lies in {@code table} as the operator could, and empties it. */
  private void holdsTheLot(String table) throws Exception {
    BallotSeal seal = new BallotSeal(Secret.from(folder.resolve("secret")));
    Map<String, Integer> kept = new HashMap<>();
    List<List<String>> rows =
        node.query("DELETE FROM " + table + " RETURNING encode(sealed, 'hex')");
    assertEquals(EACH, rows.size());
    for (List<String> row : rows) {
      byte[] sealed = HexFormat.of().parseHex(row.get(0));
      Submission opened =
          seal.open(SURVEY, sealed)
              .flatMap(packed -> BallotFormat.unpack(packed, number -> version()))
              .orElseThrow();
      assertEquals("online", opened.answers().choice("attendance"), "not strict");
      assertEquals(Map.of(), opened.answers().texts());
      assertEquals(Map.of(), opened.shown().wording());
      kept.merge(opened.answers().choice("usefulness"), 1, Integer::sum);
    }
    List<String> codes = version().strictItems().get(0).codes();
    for (String code : codes) {
      double p = 0.5 / codes.size() + (code.equals("2") ? 0.5 : 0);
      double away = kept.getOrDefault(code, 0) - EACH * p;
      // Six standard deviations, and the lumps of a small count.
      assertTrue(Math.abs(away) < 6 * Math.sqrt(EACH * p * (1 - p)) + 3, kept::toString);
    }
    assertTrue(kept.size() > 1, kept::toString);
  }

  @Test
  void aRepeatedKeyBringsNoSecondDraw() {
    UUID id = UUID.randomUUID();
    Object body = Node.submission(Map.of("usefulness", 2));
    assertEquals(201, node.submit(SURVEY, id, body).statusCode());
    String first = node.value("SELECT encode(sealed, 'hex') FROM submission");
    for (int i = 0; i < 20; i++) {
      assertEquals(200, node.submit(SURVEY, id, body).statusCode());
    }
    assertEquals(
        List.of(List.of(first)), node.query("SELECT encode(sealed, 'hex') FROM submission"));
  }
}
