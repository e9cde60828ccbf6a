package org.saualnama.studio;

import java.util.List;
import org.saualnama.authoring.Template;
import org.saualnama.authoring.Templates;

/**
 * The form for a new survey.
 *
 * @param from the template chosen; "" for none
 * @param languages chosen for one without a template
 */
public record NewSurvey(
    Frame frame, Faults faults, String from, String code, String title, List<String> languages) {
  static final String TEMPLATE = "studio/new.jte";

  public List<Template> templates() {
    return Templates.all();
  }

  public String titleOf(Template template) {
    String own = template.title().in(frame.language());
    return own == null ? template.code() : own;
  }
}
