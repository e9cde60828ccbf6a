package org.saualnama.results;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.saualnama.Barriers;
import org.saualnama.Chromium;
import org.saualnama.Eventually;

/** Somebody who reads results, and whatever their browser complains about or asks others for. */
public final class Reader implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  /** A reader with scripts, under the pages' own policy. */
  public Reader(Chromium chromium, ColorScheme colours, int width) {
    this(chromium, new Browser.NewContextOptions(), colours, width);
  }

  public Reader(
      Chromium chromium, Browser.NewContextOptions options, ColorScheme colours, int width) {
    context =
        chromium.browser().newContext(options.setColorScheme(colours).setViewportSize(width, 900));
    page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
  }

  /** Opens a page; a request to anybody else is a complaint. */
  public Page open(URI address) {
    page.onRequest(
        request -> {
          URI asked = URI.create(request.url());
          if (!"blob".equals(asked.getScheme())
              && !address.getAuthority().equals(asked.getAuthority())) {
            complaints.add("asked " + asked);
          }
        });
    page.navigate(address.toString());
    return page;
  }

  /** Scrolls until every figure is drawn. */
  public void seeAll() {
    int figures = page.locator(".figure").count();
    for (int i = 0; i < figures; i++) {
      page.locator(".figure").nth(i).scrollIntoViewIfNeeded();
    }
    Eventually.until("every figure is drawn", () -> page.locator(".figure svg").count() == figures);
  }

  /** What the browser said, what axe finds, and whether the page is wider than the screen. */
  public List<String> complaints() {
    List<String> all = new ArrayList<>(complaints);
    all.addAll(Barriers.on(page));
    if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")) {
      all.add("wider than the screen");
    }
    return all;
  }

  @Override
  public void close() {
    context.close();
  }
}
