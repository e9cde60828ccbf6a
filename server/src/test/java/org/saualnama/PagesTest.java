package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.texts.Texts;

/** What every page of the shipped surveys has to be: small, guarded and frank. */
final class PagesTest {
  /** What a server may send before the first answer comes back: ten packets, one round trip. */
  private static final int LARGEST = 14 * 1024;

  private static final int WALKS = 4;
  private static final Pattern STATE = Pattern.compile("name=\"_state\" value=\"([^\"]+)\"");
  private static final Pattern CHOICE =
      Pattern.compile(
          "<input type=\"(?:radio|checkbox)\" id=\"[^\"]*\" name=\"([^_\"][^\"]*)\""
              + " value=\"([^\"]*)\"");
  private static final Pattern TEXT = Pattern.compile("<textarea id=\"[^\"]*\" name=\"([^\"]+)\"");

  @TempDir private static Path folder;
  private static Node node;

  @BeforeAll
  static void start() {
    node = Node.start(folder, TestDefs.shipped(), true);
    for (SurveyVersion version : surveys()) {
      IntStream.range(0, 150)
          .parallel()
          .mapToObj(i -> new SyntheticRespondent(version, i))
          .forEach(r -> node.submit(version.code(), r.id(), r.submission()));
      String results = "/results/" + version.code() + "/en";
      Eventually.until("figures", () -> node.get(results).body().contains("All who answered"));
    }
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static List<SurveyVersion> surveys() {
    return List.of(ShippedSurveys.may9(), ShippedSurveys.eventFeedback());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kk", "ru", "en"})
  void everyPageOfAFormIsSmallWithItsCss(String language) throws IOException {
    for (SurveyVersion version : surveys()) {
      Set<String> met = new HashSet<>();
      for (int walk = 0; walk < WALKS; walk++) {
        walk(version.code(), language, walk, met);
      }
      assertEquals(version.questions().keySet(), met, "all questions are asked on some walk");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kk", "ru", "en"})
  void theResultsBringTheirCssAndAllowNothingButThemselves(String language) throws IOException {
    for (String path : List.of("/results/may9-kz/", "/results/event-feedback/", "/?lang=")) {
      HttpResponse<String> page = node.get(path + language);
      assertEquals(200, page.statusCode());
      String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
      assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
      // One script, of this server; what it weighs is in ResultsSizeTest.
      assertFalse(
          page.body().replaceFirst("<script src=\"/results-assets/", "").contains("<script"), path);
    }
  }

  @Test
  void onlyAnOrdinarySurveySaysBeforeTheFirstAnswerThatItsResultsAppearFast() {
    Texts texts = new Texts();
    for (String language : texts.languages()) {
      String title = texts.text(language, "consent.ordinary.title");
      String words = texts.text(language, "consent.ordinary", 20, 10, 10);
      String ordinary = node.get("/s/event-feedback/" + language).body();
      assertTrue(ordinary.contains(title) && ordinary.contains(words), language);
      assertFalse(node.get("/s/may9-kz/" + language).body().contains(title), language);
    }
  }

  /** From the consent to the thanks, always choosing the option of the same place in order. */
  private static void walk(String survey, String language, int place, Set<String> met)
      throws IOException {
    HttpResponse<String> page = small(node.get("/s/" + survey + "/" + language));
    page = small(post(survey, page, "&_consent=agree"));
    while (STATE.matcher(page.body()).find()) {
      page = small(post(survey, page, fill(page.body(), place, met)));
    }
    assertTrue(page.body().contains("class=\"receipt\""), page.body());
  }

  private static String fill(String page, int place, Set<String> met) {
    Map<String, Set<String>> choices = new TreeMap<>();
    Matcher choice = CHOICE.matcher(page);
    while (choice.find()) {
      choices.computeIfAbsent(choice.group(1), name -> new TreeSet<>()).add(choice.group(2));
    }
    choices.getOrDefault("age", new TreeSet<>()).remove("under_18");
    StringBuilder fields = new StringBuilder();
    choices.forEach(
        (name, values) -> {
          String value = List.copyOf(new TreeSet<>(values)).get(place % values.size());
          fields.append('&').append(name).append('=').append(encoded(value));
          met.add(question(name));
        });
    Matcher text = TEXT.matcher(page);
    while (text.find()) {
      met.add(question(text.group(1)));
    }
    return fields.toString();
  }

  private static String question(String field) {
    return field.split("\\.", 2)[0];
  }

  private static HttpResponse<String> post(String survey, HttpResponse<String> page, String more) {
    Matcher state = STATE.matcher(page.body());
    assertTrue(state.find(), page.body());
    return node.send(
        HttpRequest.newBuilder(node.uri("/s/" + survey))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "_go=next&_state=" + encoded(state.group(1)) + more)));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> small(HttpResponse<String> page) throws IOException {
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("<style>"), "its CSS comes with it");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(page.body().getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(packed.size() <= LARGEST, () -> page.uri() + " has " + packed.size() + " bytes");
    return page;
  }
}
