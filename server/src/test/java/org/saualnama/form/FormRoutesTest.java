package org.saualnama.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.saualnama.submission.Reached.Place;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** What the form's addresses answer, in good times and bad. */
final class FormRoutesTest {
  private static final Pattern STATE = Pattern.compile("name=\"_state\" value=\"([^\"]+)\"");
  private static final SurveyVersion SURVEY = ShippedSurveys.eventFeedback();

  private static FormServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    server = new FormServer(false, SURVEY);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void theLanguageIsThePathsThenTheQuerysThenTheBrowsers() throws Exception {
    assertLanguage("en", "/s/event-feedback/en?lang=ru", "kk");
    assertLanguage("ru", "/s/event-feedback?lang=ru", "kk");
    assertLanguage("ru", "/s/event-feedback", "de, ru-RU;q=0.5, en;q=0.3");
    assertLanguage("kk", "/s/event-feedback?lang=xx", "de");
  }

  private void assertLanguage(String language, String path, String accepted) throws Exception {
    HttpResponse<String> page =
        client.send(
            HttpRequest.newBuilder(URI.create(server.url(path)))
                .header("Accept-Language", accepted)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertTrue(page.body().contains("<html lang=\"" + language + "\">"), path);
  }

  @Test
  void aPageAllowsNothingButItselfAndSetsNoCookie() throws Exception {
    HttpResponse<String> page = get("/s/event-feedback");
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
    assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElseThrow());
    assertEquals("nosniff", page.headers().firstValue("X-Content-Type-Options").orElseThrow());
    assertTrue(page.headers().firstValue("Set-Cookie").isEmpty());
    assertFalse(page.body().contains("<script"));
    assertFalse(page.body().contains(" style="));
  }

  @Test
  void everyFormBeginsWithAnIdOfItsOwn() throws Exception {
    assertFalse(state(get("/s/event-feedback")).equals(state(get("/s/event-feedback"))));
  }

  @Test
  void anUnknownSurveyIsAPageInTheReadersLanguage() throws Exception {
    HttpResponse<String> page = get("/s/nothing?lang=ru");
    assertEquals(404, page.statusCode());
    assertTrue(page.body().contains("Такой страницы нет"));
    assertEquals(404, get("/s/event-feedback/en/more").statusCode());
  }

  @Test
  void leavingLeadsElsewhereAndClearsWhatTheBrowserKept() throws Exception {
    HttpResponse<String> away = get("/leave");
    assertEquals(303, away.statusCode());
    assertEquals(FormServer.ELSEWHERE, away.headers().firstValue("Location").orElseThrow());
    assertForgotten(away);
  }

  @Test
  void aStateThatIsNotOursOrTooOldStartsAgainAndNeverFails() throws Exception {
    String state = state(get("/s/event-feedback/en"));
    for (String other : new String[] {"", "x", state + "x", "99999999." + state.substring(9)}) {
      HttpResponse<String> page = post("_state", other, "_consent", "agree");
      assertEquals(400, page.statusCode(), other);
      assertTrue(page.body().contains("href=\"/s/event-feedback/"));
    }
    assertEquals(400, post().statusCode());
    server.now.updateAndGet(now -> now.plus(Duration.ofDays(2)));
    assertEquals(400, post("_state", state, "_consent", "agree").statusCode());
  }

  @Test
  void nonsenseInTheFieldsIsAskedAboutAndNeverFails() throws Exception {
    String state = state(agreed());
    HttpResponse<String> page =
        post("_state", state, "usefulness", "9", "liked", "\u0000", "liked", "x", "_lang", "xx");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("could not be read"));
  }

  @Test
  void textIsPrintedAndNeverObeyed() throws Exception {
    String text = "</textarea><script>alert(1)</script>\"'&";
    String state = state(agreed());
    HttpResponse<String> page =
        post("_state", state, "liked", "nothing", "liked.other", text, "_go", "next");
    assertTrue(page.body().contains("&lt;/textarea&gt;&lt;script&gt;"));
    assertFalse(page.body().contains("<script>"));
  }

  @Test
  void aLongTextIsAskedToBeShortenedAndNotLost() throws Exception {
    String text = "қ".repeat(4000);
    HttpResponse<String> page = post("_state", state(agreed()), "liked.other", text);
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains(text));
    assertTrue(page.body().contains("shorten the text to 500"));
    assertEquals(413, post("_state", "x", "comment", "a".repeat(70_000)).statusCode());
  }

  @Test
  void aBusyBoxLosesNothingAndTheSameIsSentAgain() throws Exception {
    String ready = ready();
    server.breakBox(true);
    HttpResponse<String> busy = post("_state", ready, "_go", "next");
    server.breakBox(false);
    assertEquals(503, busy.statusCode());
    assertTrue(busy.body().contains("Send again"));
    HttpResponse<String> thanks = post("_state", state(busy), "_go", "next");
    assertTrue(thanks.body().contains("class=\"receipt\""));
    assertForgotten(thanks);
    assertEquals(1, server.take("event-feedback").size());
  }

  @Test
  void aClosedSurveySaysSoButARepeatedSendingGetsItsReceipt() throws Exception {
    String state = state(agreed());
    String counted = ready();
    String receipt = receipt(post("_state", counted, "_go", "next"));
    String late = ready();
    server.open(false);
    try {
      assertClosed(get("/s/event-feedback/en"));
      assertClosed(post("_state", state, "_go", "next"));
      assertClosed(post("_state", late, "_go", "next"));
      assertEquals(receipt, receipt(post("_state", counted, "_go", "next")));
    } finally {
      server.open(true);
    }
    assertEquals(1, server.take("event-feedback").size());
  }

  @Test
  void whoDeclinesIsThankedAndLeavesNothing() throws Exception {
    String state = state(get("/s/event-feedback/en"));
    HttpResponse<String> page = post("_state", state, "_consent", "decline");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("You chose not to take part"));
    assertForgotten(page);
    assertEquals(0, server.take("event-feedback").size());
  }

  @Test
  void aFormIsCountedOnceAtEachPageThoughItsButtonsLeadBackAndOn() throws Exception {
    server.reached.take(SURVEY.code());
    HttpResponse<String> page = agreed();
    page = post("_state", state(page), "usefulness", "9", "_go", "next");
    page = post("_state", state(page), "usefulness", "4", "_go", "next");
    page = post("_state", state(page), "_lang", "ru");
    page = post("_state", state(page), "_go", "back");
    page = post("_state", state(page), "usefulness", "4", "_go", "next");
    String ready = state(post("_state", state(page), "_go", "next"));
    post("_state", ready, "_go", "next");
    post("_state", ready, "_go", "next");
    assertEquals(1, server.take(SURVEY.code()).size());
    assertEquals(
        Map.of(at(0), 1L, at(1), 1L, at(2), 1L, at(3), 1L), server.reached.take(SURVEY.code()));
  }

  @Test
  void whoDoesNotAgreeOrComesTooLateIsNotCounted() throws Exception {
    server.reached.take(SURVEY.code());
    String state = state(get("/s/event-feedback/en"));
    post("_state", state);
    post("_state", state, "_consent", "decline");
    server.open(false);
    try {
      post("_state", state, "_consent", "agree");
    } finally {
      server.open(true);
    }
    assertEquals(Map.of(), server.reached.take(SURVEY.code()));
  }

  private static Place at(int place) {
    return new Place(1, place);
  }

  private static void assertClosed(HttpResponse<String> page) {
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("This survey has ended"));
    assertTrue(page.body().contains("href=\"/results/event-feedback\""));
  }

  private static void assertForgotten(HttpResponse<String> page) {
    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
    assertEquals("\"cache\"", page.headers().firstValue("Clear-Site-Data").orElseThrow());
  }

  private HttpResponse<String> agreed() throws Exception {
    String state = state(get("/s/event-feedback/en"));
    return post("_state", state, "_consent", "agree", "_go", "next");
  }

  /** A form filled in and not yet sent. */
  private String ready() throws Exception {
    String last = state(post("_state", state(agreed()), "usefulness", "4", "_go", "next"));
    return state(post("_state", last, "comment", "рақмет", "_go", "next"));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.url(path))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String... fields) throws Exception {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(fields[i]).append('=');
      body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return client.send(
        HttpRequest.newBuilder(URI.create(server.url("/s/event-feedback")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String state(HttpResponse<String> page) {
    Matcher state = STATE.matcher(page.body());
    assertTrue(state.find(), page.body());
    return state.group(1);
  }

  private static String receipt(HttpResponse<String> page) {
    Matcher receipt = Pattern.compile("class=\"receipt\">([^<]+)<").matcher(page.body());
    assertTrue(receipt.find(), page.body());
    return receipt.group(1);
  }
}
