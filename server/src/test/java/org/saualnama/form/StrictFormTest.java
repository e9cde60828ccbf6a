package org.saualnama.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.submission.Submission;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.texts.Texts;

/** A form with a strict question tells what chance does, and never what it did. */
final class StrictFormTest {
  private static final Pattern STATE = Pattern.compile("name=\"_state\" value=\"([^\"]+)\"");
  private static final SurveyVersion STRICT =
      SmallSurvey.ofPages(
          """
            - page: p
              questions:
                - question: a
                  type: single
                  text: {kk: "Қай жағалау?", ru: "Какой берег?", en: "Which bank?"}
                  options:
                    - {code: left, text: {kk: "Сол-01", ru: "Левый-01", en: "Left-01"}}
                    - {code: right, text: {kk: "Оң-02", ru: "Правый-02", en: "Right-02"}}
                    - {code: island, text: {kk: "Арал-03", ru: "Остров-03", en: "Island-03"}}
                  strict: true
                - question: b
                  type: single
                  text: {kk: "Қашан?", ru: "Когда?", en: "When?"}
                  options:
                    - {code: day, text: {kk: "Күндіз-04", ru: "Днём-04", en: "By day-04"}}
                    - {code: night, text: {kk: "Түнде-05", ru: "Ночью-05", en: "By night-05"}}
          """);

  private static FormServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Texts texts = new Texts();

  @BeforeAll
  static void start() throws Exception {
    server = new FormServer(false, STRICT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private HttpResponse<String> begin(String language) throws Exception {
    URI address = URI.create(server.url("/s/small/" + language));
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String state, String fields) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.url("/s/small")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "_state="
                        + state
                        + "&"
                        + (fields.contains("_go=") ? "" : "_go=next&")
                        + fields))
            .build(),
        BodyHandlers.ofString());
  }

  private static String state(HttpResponse<String> page) {
    Matcher state = STATE.matcher(page.body());
    assertTrue(state.find(), page.body());
    return state.group(1);
  }

  private HttpResponse<String> answered(String language, String fields) throws Exception {
    HttpResponse<String> asked = post(state(begin(language)), "_consent=agree");
    return post(state(post(state(asked), fields)), "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kk", "ru", "en"})
  void theConsentAndTheQuestionItselfSayInPlainWordsWhatChanceDoes(String language)
      throws Exception {
    HttpResponse<String> consent = begin(language);
    assertTrue(consent.body().contains(texts.text(language, "consent.strict.title")));
    assertTrue(consent.body().contains(texts.text(language, "consent.strict")));
    String asked = post(state(consent), "_consent=agree").body();
    assertEquals(2, asked.split(Pattern.quote(texts.text(language, "strict")), -1).length);
    assertTrue(asked.contains("aria-describedby=\"q-a:strict\""), asked);
    assertTrue(asked.contains("id=\"q-a:strict\""), asked);
    assertFalse(asked.contains("q-b:strict"), asked);
  }

  @Test
  void whereNothingIsStrictNothingIsSaidOfChance() throws Exception {
    try (FormServer other = new FormServer(false, ShippedSurveys.may9())) {
      String consent =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(other.url("/s/may9-kz/en"))).build(),
                  BodyHandlers.ofString())
              .body();
      assertFalse(consent.contains(texts.text("en", "consent.strict.title")), consent);
    }
  }

  @Test
  void whatWasDrawnIsShownNowhere() throws Exception {
    Set<String> kept = new HashSet<>();
    for (int i = 0; i < 120; i++) {
      HttpResponse<String> thanks = answered("en", "a=left&b=night");
      assertTrue(thanks.body().contains("class=\"receipt\""), thanks.body());
      for (String label : List.of("Left-01", "Right-02", "Island-03", "By night-05")) {
        assertFalse(thanks.body().contains(label), thanks.body());
      }
      List<Submission> taken = server.take("small");
      assertEquals(1, taken.size());
      assertEquals("night", taken.get(0).answers().choice("b"), "not strict, so kept as given");
      kept.add(taken.get(0).answers().choice("a"));
    }
    // A code is missing with a chance of (5/6)^120: once in three thousand million runs.
    assertEquals(Set.of("left", "right", "island"), kept);
  }

  @Test
  void goingBackShowsWhatWasTypedAndSendingAgainDrawsNothingNew() throws Exception {
    HttpResponse<String> asked = post(state(begin("ru")), "_consent=agree");
    String ready = state(post(state(asked), "a=island"));
    assertTrue(post(ready, "").body().contains(texts.text("ru", "thanks.received")));
    String back = post(ready, "_go=back").body();
    assertTrue(back.matches("(?s).*value=\"island\" checked.*"), "as typed, whatever was drawn");
    List<Submission> first = server.take("small");
    assertEquals(1, first.size());
    for (int i = 0; i < 10; i++) {
      String repeated = post(ready, "").body();
      assertTrue(repeated.contains(texts.text("ru", "thanks.again")), repeated);
    }
    assertEquals(List.of(), server.take("small"), "nothing is kept of a repeat");
  }

  @Test
  void aSkippedQuestionStaysSkipped() throws Exception {
    for (int i = 0; i < 20; i++) {
      answered("kk", "b=day");
      assertEquals(Map.of("b", List.of("day")), server.take("small").get(0).answers().choices());
    }
  }
}
