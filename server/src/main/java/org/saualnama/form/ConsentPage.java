package org.saualnama.form;

import java.util.ArrayList;
import java.util.List;
import org.saualnama.http.PageView;
import org.saualnama.survey.Consent;
import org.saualnama.survey.Question;
import org.saualnama.survey.ReleasePolicy;
import org.saualnama.survey.Sensitivity;
import org.saualnama.survey.Survey;

/**
 * The first page: what it is about, who runs it, and the choice to take part.
 *
 * @param question the last paragraph of the author's words, if it asks for the choice
 * @param ordinary what an ordinary survey has to tell before the first answer, else null
 * @param strict whether the answers to some questions are kept by chance only
 * @param error null if there is none
 */
public record ConsentPage(
    FramedPage form,
    String heading,
    List<String> paragraphs,
    String question,
    String agree,
    String decline,
    String ordinary,
    boolean strict,
    List<Item> items,
    String error) {
  static final String TEMPLATE = "form/consent.jte";

  /** One thing that a survey must disclose. */
  public record Item(String label, String text) {}

  static ConsentPage of(FramedPage form, Survey survey, boolean unanswered) {
    PageView view = form.view();
    String language = view.language();
    Consent consent = survey.consent();
    List<String> paragraphs =
        new ArrayList<>(List.of(consent.text().in(language).strip().split("\n\\s*\n")));
    int last = paragraphs.size() - 1;
    String question =
        last > 0 && paragraphs.get(last).endsWith("?")
            ? paragraphs.remove(last)
            : view.say("consent.legend");
    return new ConsentPage(
        unanswered ? form.titled(view.inError()) : form,
        survey.title().in(language),
        paragraphs,
        question,
        consent.agree().in(language),
        consent.decline().in(language),
        ordinary(survey, view),
        survey.questions().stream().anyMatch(Question::strict),
        survey.disclosureItems().entrySet().stream()
            .map(item -> new Item(view.say("item." + item.getKey()), item.getValue().in(language)))
            .toList(),
        unanswered ? view.say("consent.choose") : null);
  }

  private static String ordinary(Survey survey, PageView view) {
    ReleasePolicy policy = survey.release();
    return survey.sensitivity() == Sensitivity.ORDINARY
        ? view.say(
            "consent.ordinary",
            policy.minNewcomers(),
            policy.minInterval().toMinutes(),
            survey.disclosure().minBase())
        : null;
  }
}
