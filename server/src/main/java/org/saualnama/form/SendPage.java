package org.saualnama.form;

/**
 * The page before sending, which is for good; also the one that a busy server asks to repeat.
 *
 * @param busy whether it was tried and must be tried again
 */
public record SendPage(FramedPage form, boolean busy) {
  static final String TEMPLATE = "form/send.jte";

  public String heading() {
    return form.view().say(busy ? "send.busy.title" : "send.title");
  }
}
