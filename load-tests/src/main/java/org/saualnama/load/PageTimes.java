package org.saualnama.load;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How soon the results page answers its reader in a real browser that has nothing cached. */
final class PageTimes {
  private static final int VISITS = 5;

  /** Milliseconds until a picture stands and the last task that a reader could feel is over. */
  private static final String INTERACTIVE =
      """
      () => new Promise((tell) => {
        let end = 0;
        const see = (list) => list.getEntries().forEach((one) => {
          end = Math.max(end, one.startTime + one.duration);
        });
        new PerformanceObserver(see).observe({ type: "longtask", buffered: true });
        const wait = () => {
          const drawn = document.querySelector(".figure svg");
          const load = performance.getEntriesByType("navigation")[0].loadEventEnd;
          if (drawn && load) setTimeout(() => tell(Math.max(end, load)), 1000);
          else setTimeout(wait, 5);
        };
        wait();
      })""";

  private PageTimes() {}

  /** The median of a few visits; nothing where there is no Chromium. */
  static Map<String, Duration> of(House house) {
    Optional<Path> chromium =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "chromium"))
            .filter(Files::isExecutable)
            .findFirst();
    Map<String, Duration> times = new LinkedHashMap<>();
    if (chromium.isEmpty()) {
      System.out.println("There is no chromium on the PATH, so no page is opened.");
      return times;
    }
    Playwright.CreateOptions none =
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    try (Playwright playwright = Playwright.create(none);
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of("--no-sandbox")))) {
      String address = "http://127.0.0.1:" + house.port() + "/results/" + Respondents.SURVEY;
      double median =
          DoubleStream.generate(() -> visit(browser, address))
              .limit(VISITS)
              .sorted()
              .skip(VISITS / 2)
              .findFirst()
              .orElseThrow();
      times.put("the results page is interactive after", Duration.ofMillis((long) median));
    }
    return times;
  }

  private static double visit(Browser browser, String address) {
    try (BrowserContext fresh = browser.newContext()) {
      Page page = fresh.newPage();
      page.navigate(address);
      return ((Number) page.evaluate(INTERACTIVE)).doubleValue();
    }
  }
}
