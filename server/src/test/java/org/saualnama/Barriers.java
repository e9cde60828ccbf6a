package org.saualnama;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds wrong with a page. */
public final class Barriers {
  private Barriers() {}

  /**
   * The violations, in words; none in the parts that {@code except} selects.
   *
   * <p>In axe's legacy mode: it does not look into frames of others, of which no page here has any,
   * and takes a quarter of the time on a long page.
   */
  public static List<String> on(Page page, String... except) {
    AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
    for (String part : except) {
      axe.exclude(part);
    }
    return axe.analyze().getViolations().stream().map(Object::toString).toList();
  }
}
