package org.saualnama.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Eventually;
import org.saualnama.GoldenInterviews;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;

/**
 * The golden microdata, of which two questions were asked strictly: estimates are held to what is
 * kept, exactly, and to the true answers, within what chance may do.
 */
final class StrictQuestionTest {
  private static final List<Map<String, String>> ROWS = new GoldenInterviews().rows("optin");

  @TempDir private static Path folder;
  private static Node node;
  private static Person steward;

  @BeforeAll
  static void start() throws IOException {
    Path definitions = GoldenInterviews.definitions(folder);
    Path file = definitions.resolve("golden.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceAll("( +)(- question: )(q_role|q_scale)\n", "$1$2$3\n$1  strict: true\n"));
    node = Node.start(folder, definitions, false);
    steward = Person.of(node, "steward", Grant.global(Role.STEWARD));
    HttpResponse<String> answer =
        node.send(
            steward
                .api("/api/v1/surveys/golden/submissions:import?collector=open&ignore=id,source")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(new GoldenInterviews().csv("optin"))));
    assertEquals(201, answer.statusCode(), answer::body);
    Eventually.until(
        "all are released",
        () ->
            node.value("SELECT coalesce(max(responses), 0) FROM release")
                .equals(Integer.toString(ROWS.size())));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static HttpResponse<String> get(String query) {
    return node.send(
        steward.api(
            "/api/v1/surveys/golden/analysis?weights=none&reason=holding%20to%20the%20truth&"
                + query));
  }

  private static ExactTable table(String query) {
    HttpResponse<String> answer = get(query);
    assertEquals(200, answer.statusCode(), answer::body);
    return new ExactTable(answer.body());
  }

  private static double answered(String question, Map<String, String> where) {
    return ROWS.stream()
        .filter(row -> !row.get(question).isEmpty() && row.entrySet().containsAll(where.entrySet()))
        .count();
  }

  private static double real(String question, String code, Map<String, String> where) {
    return ROWS.stream()
            .filter(row -> row.get(question).equals(code))
            .filter(row -> row.entrySet().containsAll(where.entrySet()))
            .count()
        / answered(question, where);
  }

  private static double kept(String question, String code) {
    return Double.parseDouble(
        node.value(
            "SELECT avg((answers ->> '%1$s' = '%2$s')::int) FROM response WHERE answers ? '%1$s'"
                .formatted(question, code)));
  }

  private static List<String> roles(ExactTable table) {
    JsonNode codes = table.json().at("/dimension/answer/category/index");
    return StreamSupport.stream(codes.spliterator(), false)
        .map(JsonNode::asText)
        .filter(code -> !code.equals("*"))
        .toList();
  }

  @Test
  void sharesAndErrorsAreThoseOfTheTrueAnswers() {
    ExactTable table = table("question=q_role&metrics=share,n,se,ci,deff,n_eff,chose");
    double k = roles(table).size();
    double n = answered("q_role", Map.of());
    for (String role : roles(table)) {
      double star = kept("q_role", role);
      double share = table.value("share", role, Map.of());
      double error = table.value("se", role, Map.of());
      assertEquals(Math.max(0, (star - 0.5 / k) / 0.5), share, 1e-9);
      assertEquals(Math.sqrt(star * (1 - star) / (n - 1)) / 0.5, error, 1e-4);
      assertEquals(real("q_role", role, Map.of()), share, 6 * error, role);
      assertTrue(table.value("ci_low", role, Map.of()) <= share);
      assertTrue(table.value("ci_high", role, Map.of()) >= share);
      assertEquals(n, table.value("n", role, Map.of()), "who answered is no secret");
      assertTrue(Double.isNaN(table.value("chose", role, Map.of())));
    }
    String most = roles(table).get(0);
    assertEquals(n, table.value("n_eff", most, Map.of()) * table.value("deff", most, Map.of()), 2);
  }

  @Test
  void whatIsKeptIsNotWhatWasAnswered() {
    double all = 0;
    for (String role : roles(table("question=q_role"))) {
      all += Math.abs(kept("q_role", role) - real("q_role", role, Map.of()));
    }
    assertTrue(all > 0.05, "the kept answers lie between the true ones and an even lot");
  }

  @Test
  void theyAreOfTheTrueAnswersInEachGroupToo() {
    ExactTable table = table("question=q_role&by=gender&metrics=share,se");
    for (String gender : List.of("female", "male")) {
      for (String role : roles(table)) {
        Map<String, String> at = Map.of("gender", gender);
        assertEquals(
            real("q_role", role, at),
            table.value("share", role, at),
            6 * table.value("se", role, at),
            role);
      }
    }
  }

  @Test
  void theMeanOfAScaleIsReckonedBack() {
    ExactTable table =
        table("question=q_scale&metrics=mean,mean_n,mean_se,mean_se_fixed,mean_deff,median");
    double kept =
        Double.parseDouble(
            node.value(
                "SELECT avg((answers ->> 'q_scale')::int) FROM response WHERE answers ? 'q_scale'"));
    double real =
        ROWS.stream()
            .map(row -> row.get("q_scale"))
            .filter(point -> !point.isEmpty())
            .mapToInt(Integer::parseInt)
            .average()
            .orElseThrow();
    double error = table.value("mean_se", "*", Map.of());
    assertEquals((kept - 0.5 * 3) / 0.5, table.value("mean", "*", Map.of()), 1e-9);
    assertEquals(real, table.value("mean", "*", Map.of()), 6 * error);
    assertEquals(error, table.value("mean_se_fixed", "*", Map.of()), 1e-12);
    assertEquals(answered("q_scale", Map.of()), table.value("mean_n", "*", Map.of()));
    assertTrue(Double.isNaN(table.value("median", "*", Map.of())));
    assertTrue(Double.isNaN(table.value("mean_deff", "*", Map.of())));
  }

  @Test
  void comparisonsAreOfTheTrueAnswersAndTestsStay() {
    ExactTable table = table("question=q_role&by=gender&metrics=share&compare=pairwise");
    assertTrue(table.extension().get("comparisons").size() > 0);
    for (JsonNode row : table.extension().get("comparisons")) {
      double a =
          table.value("share", row.get("answer").asText(), Map.of("gender", row.get("a").asText()));
      double b =
          table.value("share", row.get("answer").asText(), Map.of("gender", row.get("b").asText()));
      if (a > 0 && b > 0) {
        assertEquals(a - b, row.get("difference").asDouble(), 1e-9);
      }
      assertEquals(
          row.get("t").asDouble(),
          row.get("difference").asDouble() / row.get("se").asDouble(),
          1e-9);
    }
  }

  @Test
  void theAnswerSaysHowItWasMadeInEveryFormat() {
    ExactTable table = table("question=q_role&by=gender&test=rao-scott");
    assertEquals(0.5, table.extension().at("/strict/kept").asDouble());
    assertEquals(roles(table).size(), table.extension().at("/strict/codes").asInt());
    String notes = table.json().get("note").toString();
    assertTrue(notes.contains("randomised before they are kept"), notes);
    assertTrue(notes.contains("The test is of the answers as they are kept"), notes);
    assertTrue(table.extension().at("/tests/0/p").isNumber());
    String csv = get("question=q_role&format=csv").body();
    assertTrue(csv.contains("randomised before they are kept"), csv);
    ExactTable other = table("question=q_forms");
    assertTrue(other.extension().path("strict").isMissingNode());
  }

  @Test
  void nothingIsSplitOrFilteredByIt() {
    Map<String, String> refusals =
        Map.of(
            "question=q_forms&by=q_role", "\"field\":\"by\"",
            "question=q_forms&by=q_scale&groups.q_scale=high:4,5", "\"field\":\"by\"",
            "question=q_role&by=q_scale&test=rao-scott", "\"field\":\"by\"",
            "question=q_forms&where.q_role=both", "\"field\":\"where.q_role\"",
            "question=q_role&where.q_role=both", "\"field\":\"where.q_role\"");
    refusals.forEach(
        (query, field) -> {
          HttpResponse<String> answer = get(query);
          assertEquals(400, answer.statusCode(), query);
          assertTrue(answer.body().contains(field), answer::body);
          assertTrue(answer.body().contains("\"code\":\"strict_question\""), answer::body);
        });
    ExactTable split = table("question=q_role&by=q_forms&metrics=share,n");
    assertEquals(
        answered("q_role", Map.of("q_forms.parade", "1")),
        split.value("n", "both", Map.of("q_forms", "parade")),
        "another question may split it");
  }
}
