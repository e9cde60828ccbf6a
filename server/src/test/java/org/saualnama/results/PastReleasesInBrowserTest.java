package org.saualnama.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.Chromium;
import org.saualnama.Eventually;
import org.saualnama.Node;
import org.saualnama.TestDefs;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** A page that stays open hears of the next release, and one that was cited stays as it was. */
final class PastReleasesInBrowserTest {
  private static final String PAGE = "/results/may9-kz/en";

  @TempDir private Path folder;
  private final SurveyVersion may9 = ShippedSurveys.may9();
  private Chromium chromium;
  private Node node;

  @BeforeEach
  void start() {
    chromium = Chromium.start().orElse(null);
    assumeTrue(chromium != null, "skipped: there is no `chromium` on the PATH");
    node = Node.start(folder, TestDefs.shipped(), true);
  }

  @AfterEach
  void stop() {
    if (node != null) {
      node.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private void send(int from, int to) {
    IntStream.range(from, to)
        .mapToObj(i -> new SyntheticRespondent(may9, i))
        .forEach(r -> node.submit("may9-kz", r.id(), r.submission()));
  }

  private boolean says(String words) {
    return node.get(PAGE).body().contains(words);
  }

  @Test
  void whoReadsHearsOfANewerReleaseAndWhatWasCitedStays() {
    send(0, 120);
    Eventually.until("figures", () -> says("All who answered"));
    try (Reader reader = new Reader(chromium, ColorScheme.LIGHT, 320)) {
      Page page = reader.open(node.uri(PAGE));
      String cited = page.locator("#meaning-all .tools a.go >> nth=1").getAttribute("href");
      assertTrue(cited.contains("release="), cited);
      String before = page.locator("#meaning-all table").textContent();
      String picture = page.locator("meta[property='og:image']").getAttribute("content");
      String shown = page.locator("#news").getAttribute("data-edition");

      send(120, 700);
      page.locator(".newer a").waitFor();
      assertEquals(List.of(), reader.complaints());
      Eventually.until("it is served", () -> !says("data-edition=\"" + shown + "\""));
      page.locator(".newer a").click();
      page.locator("#meaning-releases").waitFor();
      assertTrue(page.locator("#meaning-releases tbody tr").count() > 1, "a trend");
      reader.seeAll();
      assertEquals(List.of(), reader.complaints());

      page.navigate(node.uri(cited).toString());
      assertEquals(before, page.locator("#meaning-all table").textContent());
      assertTrue(page.locator("a", new Page.LocatorOptions().setHasText("newest")).isVisible());
      assertEquals(List.of(), reader.complaints());
      String address = URI.create(picture).getPath() + "?" + URI.create(picture).getQuery();
      assertEquals(
          "image/png", node.get(address).headers().firstValue("Content-Type").orElseThrow());
    }
  }

  @Test
  void whatThereIsNotHasNoPictureAndNoPage() {
    assertEquals(404, node.get(PAGE + "/picture.png").statusCode());
    assertEquals(404, node.get(PAGE + "?release=7").statusCode());
    assertEquals(400, node.get(PAGE + "?release=x").statusCode());
    assertEquals(404, node.get("/results/none/en/picture.png").statusCode());
  }
}
