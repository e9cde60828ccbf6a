package org.saualnama.form;

import org.saualnama.survey.PublishedSurvey;

/**
 * Where a form is filled in, and what is asked there. A state sealed at one address is worth
 * nothing at another, so that no trial can be continued as a real form.
 *
 * @param address where the form is sent to, such as {@code /s/may9-kz}
 */
public record FormPlace(String address, PublishedSurvey survey) {
  String code() {
    return survey.latest().code();
  }
}
