package org.saualnama.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saualnama.Chromium;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.SealedAnswers;
import org.saualnama.SurveyFolder;
import org.saualnama.texts.Texts;

/**
 * What the shipped surveys' pages don't show: a strict question, two waves, three splits at once.
 */
final class WavesAndCrossingsInBrowserTest {
  private static final String SURVEY = "event-feedback";
  private static final String SPLITS =
      """
            - question: seat
              type: single
              text: {kk: "Орын", ru: "Место", en: "Seat"}
              options:
                - {code: front, text: {kk: "Алда", ru: "Впереди", en: "In front"}}
                - {code: back, text: {kk: "Артта", ru: "Сзади", en: "At the back"}}
            - question: day
              type: single
              text: {kk: "Күн", ru: "День", en: "Day"}
              options:
                - {code: first, text: {kk: "Бірінші", ru: "Первый", en: "The first"}}
                - {code: second, text: {kk: "Екінші", ru: "Второй", en: "The second"}}
            - question: comment
      """;

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Node node;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    node = Node.start(folder, definitions(), true);
    SealedAnswers answers = new SealedAnswers(node, folder, SURVEY);
    for (String collector : List.of("open", "interviewer:2027-05", "interviewer:2027-06")) {
      for (int i = 0; i < 480; i++) {
        answers.add(collector, choices(i));
      }
    }
    answers.put();
    Eventually.until(
        "figures",
        () -> node.get("/results/event-feedback/en").body().contains("All who answered"));
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
                    .replace("      - question: comment\n", SPLITS)
                    .replace(
                        "segments: [attendance]",
                        "segments: [attendance, seat, day]\ncrossings: [[attendance, seat, day]]"))
        .folder();
  }

  private static Map<String, List<String>> choices(int i) {
    return Map.of(
        "usefulness", List.of(Integer.toString(1 + i % 5)),
        "liked", List.of(i % 3 == 0 ? "talks" : "discussion"),
        "attendance", List.of(i % 2 == 0 ? "in_person" : "online"),
        "seat", List.of(i / 2 % 2 == 0 ? "front" : "back"),
        "day", List.of(i / 4 % 2 == 0 ? "first" : "second"));
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"kk, LIGHT, 320", "ru, DARK, 320", "en, LIGHT, 1280"})
  void aStrictQuestionAndItsWavesAreDrawnAndExplained(
      String language, ColorScheme colours, int width) {
    try (Reader reader = new Reader(chromium, colours, width)) {
      Page page = reader.open(node.uri("/results/event-feedback/" + language));
      assertTrue(page.content().contains(new Texts().text(language, "figures.strict")));
      assertEquals(3, page.locator("#usefulness-ways tbody tr").count());
      reader.seeAll();
      assertEquals(List.of(), reader.complaints());
      ResultsInBrowserTest.shoot(page, "waves", language, colours, width);
    }
  }

  @ParameterizedTest
  @CsvSource({"kk, DARK, 320", "ru, LIGHT, 1280", "en, DARK, 320"})
  void threeSplitsAtOnceAreDrawnToo(String language, ColorScheme colours, int width) {
    try (Reader reader = new Reader(chromium, colours, width)) {
      String query = "?question=liked&by=attendance&by=seat&by=day";
      Page page = reader.open(node.uri("/results/event-feedback/" + language + query));
      assertTrue(page.locator(".figure tbody tr").count() >= 8);
      reader.seeAll();
      assertEquals(List.of(), reader.complaints());
      ResultsInBrowserTest.shoot(page, "crossing", language, colours, width);
    }
  }
}
