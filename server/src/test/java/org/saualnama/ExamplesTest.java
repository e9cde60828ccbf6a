package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saualnama.demo.Demo;
import org.saualnama.manual.Example;

/** The contract as a page for people, and its examples as they are sent from there. */
final class ExamplesTest {
  private static final String TABLE = "/api/v1/surveys/may9-kz/breakdown?question=meaning";

  @TempDir private static Path folder;
  private static Node node;
  private static Contract contract;

  @BeforeAll
  static void start() {
    node = Node.start(folder, TestDefs.shipped(), true);
    new Demo(node.uri("/"), line -> {}).send(node.app().surveys(), 150);
    Eventually.until("figures", () -> node.get(TABLE).statusCode() == 200);
    contract = new Contract(node.get("/api/v1/openapi.yaml").body());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @TestFactory
  Stream<DynamicTest> anExampleIsAnsweredAsTheContractSays() {
    Map<JsonNode, String> requests = contract.requests();
    assertTrue(requests.size() > 15, () -> requests.size() + " examples");
    return requests.entrySet().stream()
        .map(
            request ->
                dynamicTest(
                    request.getKey().path("request").asText(),
                    () -> check(Example.of(request.getKey()), request.getValue())));
  }

  private static void check(Example example, String operation) {
    String path = example.path().replace("[", "%5B").replace("]", "%5D");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.uri(path))
            .method(example.method(), BodyPublishers.ofString(example.body()));
    example.headers().forEach(request::header);
    HttpResponse<String> response = node.send(request);
    assertEquals(example.status(), response.statusCode(), response::body);
    assertEquals(List.of(), contract.problems(operation, response), response::body);
  }

  @Test
  void thePageHasEveryOperationAndTheExamplesToPaste() {
    String page = node.get("/api?lang=en").body();
    for (String operation : contract.operations()) {
      assertTrue(page.contains("<code>" + operation + "</code>"), operation);
    }
    assertTrue(page.contains("curl -g 'http://localhost:" + node.app().port()), "an example");
    assertTrue(page.contains("Needs a role: Steward"), "a role");
  }

  @ParameterizedTest
  @CsvSource({"kk, LIGHT, 320", "ru, DARK, 1280", "en, LIGHT, 1280", "en, DARK, 320"})
  void axeFindsNothingAndThePageIsNotWiderThanItsScreen(
      String language, ColorScheme colours, int width) {
    Optional<Chromium> chromium = Chromium.start();
    assumeTrue(chromium.isPresent(), "skipped: there is no `chromium` on the PATH");
    try (Chromium started = chromium.get();
        BrowserContext context =
            started
                .browser()
                .newContext(
                    new Browser.NewContextOptions()
                        .setBypassCSP(true)
                        .setColorScheme(colours)
                        .setViewportSize(width, 700))) {
      Page page = context.newPage();
      page.navigate(node.uri("/api?lang=" + language).toString());
      assertEquals(language, page.locator("html").getAttribute("lang"));
      page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
      assertEquals(List.of(), Barriers.on(page));
      assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }
  }
}
