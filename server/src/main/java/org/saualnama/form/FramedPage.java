package org.saualnama.form;

import java.util.List;
import org.saualnama.http.FilledPage;
import org.saualnama.http.PageView;

/**
 * What every page with the form in it shares; the form's sealed state is no part of it, so that
 * many see the same.
 *
 * @param action where it is sent to
 * @param languages the survey's
 * @param back whether there is a way back
 */
public record FramedPage(PageView view, String action, List<String> languages, boolean back) {

  /** Where the sealed state goes. */
  public String state() {
    return FilledPage.GAP;
  }

  /** A language's name in that language. */
  public String nameOf(String language) {
    return view.texts().text(language, "language.name");
  }

  FramedPage titled(PageView other) {
    return new FramedPage(other, action, languages, back);
  }
}
