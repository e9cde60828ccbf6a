package org.saualnama.studio;

/** The form for a questionnaire from elsewhere, on a page of its own when something is wrong. */
public record BringQuestionnaire(Frame frame, Faults faults, String code) {
  static final String TEMPLATE = "studio/bringing.jte";
}
