package org.saualnama.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.survey.ShippedSurveys;

/** Pages that many see are made once: what one answered is never in another's. */
final class CommonPagesTest {
  private static final Pattern STATE = Pattern.compile("(name=\"_state\" value=\")([^\"]+)");
  private static final String TYPED = "сыбыр";

  private static FormServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    server = new FormServer(false, ShippedSurveys.eventFeedback());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity"})
  void nobodySeesWhatAnotherAnswered(String coding) throws Exception {
    String consent = page(coding, "");
    String answers = "&usefulness=4&liked=talks&liked=other&liked.other=" + encoded(TYPED);
    for (int respondent = 0; respondent < 3; respondent++) {
      String begun = page(coding, "");
      String first = page(coding, agree(begun));
      assertNotEquals(state(consent), state(begun));
      assertEquals(withoutState(consent), withoutState(begun));
      assertFalse(first.contains(" checked") || first.contains(TYPED));

      String next = page(coding, "_state=" + state(first) + "&_go=next" + answers);
      String back = page(coding, "_state=" + state(next) + "&_go=back");
      assertTrue(back.contains(" checked") && back.contains(TYPED), back);
      String mixed = "&_go=next&liked=nothing&liked=other&liked.other=" + encoded(TYPED);
      String wrong = page(coding, "_state=" + state(first) + mixed);
      assertTrue(wrong.contains("<title>Error") && wrong.contains(TYPED), wrong);
    }
  }

  private static String agree(String consent) {
    return "_state=" + state(consent) + "&_consent=agree&_go=next";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** The form's first page, or what follows from {@code posted}. */
  private String page(String coding, String posted) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url("/s/event-feedback" + begin(posted))))
            .header("Accept-Encoding", coding);
    if (!posted.isEmpty()) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(posted));
    }
    HttpResponse<byte[]> page =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, page.statusCode());
    boolean packed = page.headers().firstValue("Content-Encoding").isPresent();
    assertEquals(coding.equals("gzip"), packed);
    return new String(packed ? unpacked(page.body()) : page.body(), UTF_8);
  }

  private static String begin(String posted) {
    return posted.isEmpty() ? "/en" : "";
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private static String state(String page) {
    Matcher state = STATE.matcher(page);
    assertTrue(state.find(), page);
    return state.group(2);
  }

  private static String withoutState(String page) {
    return STATE.matcher(page).replaceAll("$1");
  }
}
