package org.saualnama.form;

import java.util.List;
import org.saualnama.http.PageView;

/**
 * What every page with the form in it shares.
 *
 * @param action where it is sent to
 * @param state sealed
 * @param languages the survey's
 * @param back whether there is a way back
 */
public record FramedPage(
    PageView view, String action, String state, List<String> languages, boolean back) {

  /** A language's name in that language. */
  public String nameOf(String language) {
    return view.texts().text(language, "language.name");
  }

  FramedPage titled(PageView other) {
    return new FramedPage(other, action, state, languages, back);
  }
}
