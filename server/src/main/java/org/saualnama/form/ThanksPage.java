package org.saualnama.form;

import org.saualnama.http.PageView;

/**
 * The end: the receipt, and what it is.
 *
 * @param first whether it was counted just now
 */
public record ThanksPage(PageView view, String survey, String receipt, boolean first) {
  static final String TEMPLATE = "form/thanks.jte";
}
