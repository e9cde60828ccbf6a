package org.saualnama.studio;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.saualnama.Barriers;
import org.saualnama.Chromium;
import org.saualnama.Eventually;
import org.saualnama.Node;

/** Somebody at a browser, before the studio of one node. */
public final class StudioBrowser implements AutoCloseable {
  private final URI address;
  private final BrowserContext context;
  private final Page page;

  private StudioBrowser(URI address, BrowserContext context) {
    this.address = address;
    this.context = context;
    this.page = context.newPage();
  }

  /** Somebody whom nobody knows yet. */
  public static StudioBrowser stranger(Chromium chromium, Node node) {
    return stranger(chromium, node.uri("/"));
  }

  /** The same before the studio at this address. */
  public static StudioBrowser stranger(Chromium chromium, URI address) {
    return new StudioBrowser(address, chromium.browser().newContext());
  }

  /** Somebody with what {@link #state} told, on a screen of this kind. */
  public static StudioBrowser of(
      Chromium chromium, Node node, String state, Browser.NewContextOptions options) {
    return new StudioBrowser(
        node.uri("/"), chromium.browser().newContext(options.setStorageState(state)));
  }

  /**
   * Somebody whom nobody knows yet, on a small screen whose pages {@link #complaints} looks over.
   */
  public static StudioBrowser inspected(Chromium chromium, Node node) {
    Browser.NewContextOptions screen =
        new Browser.NewContextOptions().setBypassCSP(true).setViewportSize(320, 700);
    return new StudioBrowser(node.uri("/"), chromium.browser().newContext(screen));
  }

  /** What axe finds on the page, and whether it is wider than the screen. */
  public List<String> complaints() {
    List<String> all = new ArrayList<>();
    all.addAll(Barriers.on(page));
    if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")) {
      all.add("wider than the screen");
    }
    return all;
  }

  public Page page() {
    return page;
  }

  /** What makes another browser the same somebody. */
  public String state() {
    return context.storageState();
  }

  /** Goes to a path of the node. */
  public Page open(String path) {
    page.navigate(uri(path));
    return page;
  }

  public String uri(String path) {
    // By a name that browsers trust without TLS, as they must for a cookie that is Secure.
    return address.resolve(path).toString().replace("127.0.0.1", "localhost");
  }

  /** Where it is now. */
  public String path() {
    return URI.create(page.url()).getPath();
  }

  /** What the page says. */
  public String main() {
    return page.locator("main").textContent();
  }

  /** Signs in with nothing but a keyboard. */
  public void signIn(String name, String password) {
    page.locator("#name").focus();
    page.keyboard().type(name);
    page.keyboard().press("Tab");
    page.keyboard().type(password);
    page.evaluate("window.old = true");
    page.keyboard().press("Enter");
    arrive();
  }

  /** Presses a button or follows a link, and waits for the page it leads to. */
  public void press(String words) {
    page.evaluate("window.old = true");
    page.getByText(words, new Page.GetByTextOptions().setExact(true)).last().click();
    arrive();
  }

  /** Also where the next page has the same address. */
  private void arrive() {
    Eventually.until("the next page", this::hasArrived);
  }

  private boolean hasArrived() {
    try {
      return (Boolean) page.evaluate("!window.old && document.readyState === 'complete'");
    } catch (PlaywrightException e) {
      // Between two pages there is nobody to ask.
      return false;
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
