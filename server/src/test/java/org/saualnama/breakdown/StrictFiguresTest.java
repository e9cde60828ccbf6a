package org.saualnama.breakdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.saualnama.breakdown.Dataset.cell;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.SurveyFolder;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;
import org.saualnama.texts.Texts;
import org.saualnama.trial.Walker;

/**
 * A strict question from the form and the API to what anybody reads: who was there answers 5, who
 * was online answers 2, and that is what comes out, though it is not what is kept.
 */
final class StrictFiguresTest {
  private static final String SURVEY = "event-feedback";
  private static final String API = "/api/v1/surveys/" + SURVEY;
  private static final int BY_API = 1_380;
  private static final int BY_FORM = 120;
  private static final int OPTIONS = 6;
  private static final Map<String, String> TRUTH = Map.of("in_person", "5", "online", "2");

  @TempDir private static Path folder;
  private static Node node;

  @BeforeAll
  static void answer() {
    node = Node.start(folder, definitions(), false);
    IntStream.range(0, BY_API).parallel().forEach(StrictFiguresTest::byApi);
    IntStream.range(0, BY_FORM).parallel().forEach(StrictFiguresTest::byForm);
    Eventually.until(
        "they are released",
        () -> node.get(API + "/breakdown?question=usefulness").statusCode() == 200);
  }

  private static Path definitions() {
    return SurveyFolder.in(folder)
        .with(
            "event-feedback.yaml",
            "event-feedback.yaml",
            text ->
                text.replace(
                        "- question: usefulness\n",
                        "- question: usefulness\n        strict: true\n")
                    .replace("expected_responses: 120", "expected_responses: 20000")
                    .replace("min_newcomers: 20,", "min_newcomers: 1500,"))
        .folder();
  }

  private static String attendance(int i) {
    return i % 2 == 0 ? "in_person" : "online";
  }

  private static void byApi(int i) {
    String attendance = attendance(i);
    Map<String, Object> answers =
        Map.of(
            "attendance",
            attendance,
            "usefulness",
            Integer.parseInt(TRUTH.get(attendance)),
            "liked",
            List.of("talks"));
    HttpResponse<String> taken = node.submit(SURVEY, UUID.randomUUID(), Node.submission(answers));
    assertEquals(201, taken.statusCode(), taken::body);
  }

  private static void byForm(int i) {
    String attendance = attendance(i);
    HttpResponse<String> last =
        new Walker(node, "/s/" + SURVEY)
            .walk("en", "usefulness", TRUTH.get(attendance), "attendance", attendance);
    assertTrue(last.body().contains("class=\"receipt\""), last::body);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static Dataset dataset(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer::body);
    return Dataset.of(answer.body());
  }

  private static Dataset published(String query) {
    return dataset(node.get(API + "/breakdown?lang=en&question=" + query));
  }

  private static int kept(String attendance, String code) {
    return Integer.parseInt(
        node.value(
            "SELECT count(*) FROM response WHERE answers ->> 'attendance' = '%s'"
                    .formatted(attendance)
                + " AND answers ->> 'usefulness' = '%s'".formatted(code)));
  }

  @Test
  void whatIsKeptIsWhatTheLotMadeOfIt() {
    assertEquals(Integer.toString(BY_API + BY_FORM), node.value("SELECT count(*) FROM response"));
    int each = (BY_API + BY_FORM) / 2;
    for (String attendance : TRUTH.keySet()) {
      for (String code : published("usefulness").categories("answer")) {
        double p = 0.5 / OPTIONS + (TRUTH.get(attendance).equals(code) ? 0.5 : 0);
        double away = Math.abs(kept(attendance, code) - each * p);
        // Six standard deviations.
        assertTrue(away < 6 * Math.sqrt(each * p * (1 - p)), attendance + " " + code + ": " + away);
      }
    }
  }

  @Test
  void whatIsPublishedIsWhatWasAnswered() {
    Dataset all = published("usefulness");
    Dataset split = published("usefulness&by=attendance");
    for (String code : all.categories("answer")) {
      near(all, code, Map.of(), TRUTH.containsValue(code) ? 50 : 0);
      TRUTH.forEach(
          (attendance, answer) -> {
            Map<String, String> domain = Map.of("attendance", attendance);
            near(split, code, domain, answer.equals(code) ? 100 : 0);
            if (answer.equals(code)) {
              double share = split.number(cell(code, "share", domain));
              assertTrue(share > 79, "as kept it would be 58: " + share);
            }
          });
    }
  }

  /** Within the public interval, three times as wide: six standard errors. */
  private static void near(Dataset table, String code, Map<String, String> domain, double truth) {
    double share = table.number(cell(code, "share", domain));
    double low = table.number(cell(code, "low", domain));
    double high = table.number(cell(code, "high", domain));
    double reach = share > truth ? share - low : high - share;
    assertTrue(low <= share && share <= high, code);
    assertTrue(Math.abs(share - truth) <= 3 * reach + 0.1, code + domain + ": " + share);
  }

  @Test
  void intervalsAreAsMuchWiderAsChanceMakesThem() {
    // Half of all answered each: with a base of 1,500 that is known to 5 points, and to 9.6 here.
    double plain = width(published("attendance"), "in_person");
    double strict = width(published("usefulness"), "5");
    assertTrue(strict > 1.7 * plain && strict < 2.1 * plain, plain + ", " + strict);
  }

  private static double width(Dataset table, String code) {
    return table.number(cell(code, "high", Map.of())) - table.number(cell(code, "low", Map.of()));
  }

  @Test
  void jsonStatSaysSoAndOnlyOfTheStrictQuestion() {
    String strict = new Texts().text("en", "figures.strict");
    assertTrue(notes(published("usefulness")).contains(strict));
    assertFalse(notes(published("liked")).contains(strict));
    String view = node.get(API).body();
    assertTrue(view.contains("\"strict\":true"), "and clients of the API are told before");
  }

  private static List<String> notes(Dataset table) {
    return IntStream.range(0, table.tree().path("note").size())
        .mapToObj(i -> table.tree().path("note").path(i).asText())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kk", "ru", "en"})
  void theResultsPageSaysSoToo(String language) {
    String page = node.get("/results/" + SURVEY + "/" + language).body();
    assertTrue(page.contains(new Texts().text(language, "figures.strict")), page);
  }

  @Test
  void theExactDoorReckonsBackToo() {
    Person steward = Person.of(node, "steward", Grant.global(Role.STEWARD));
    String query =
        "/analysis?weights=none&reason=holding%20to%20the%20truth&metrics=share,se&question=usefulness&by=attendance";
    Dataset table = dataset(node.send(steward.api(API + query)));
    int each = (BY_API + BY_FORM) / 2;
    TRUTH.forEach(
        (attendance, answer) -> {
          Map<String, String> domain = Map.of("attendance", attendance);
          double share = table.number(cell(answer, "share", domain));
          double star = kept(attendance, answer) / (double) each;
          assertEquals(Math.min(1, (star - 0.5 / OPTIONS) / 0.5), share, 1e-9);
          assertEquals(1, share, 6 * table.number(cell(answer, "se", domain)));
        });
  }
}
