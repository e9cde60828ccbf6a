package org.saualnama.form;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.saualnama.http.PageView;
import org.saualnama.survey.Question;
import org.saualnama.survey.SurveyVersion;

/**
 * A page of questions.
 *
 * @param heading null where the only question is the heading itself
 * @param seen how far the respondent has come, of {@code about} pages
 */
public record QuestionsPage(
    FramedPage form,
    String heading,
    int seen,
    int about,
    List<QuestionView> questions,
    List<Complaint> complaints) {
  static final String TEMPLATE = "form/questions.jte";

  static QuestionsPage of(FramedPage form, SurveyVersion version, AnswerSheet sheet, Step.Ask ask) {
    FormState state = ask.state();
    Presentation presentation = new Presentation(version, state.seed(), state.language());
    PageView view = form.view();
    Map<String, Complaint> complaints =
        Complaint.about(ask.problems(), view.words(), presentation, ask.typed());
    Walk walk = sheet.walk();
    List<Question> asked = sheet.askedOn(state.page());
    String title = presentation.words(version.survey().pages().get(state.page()).title());
    boolean alone = title == null && asked.size() == 1;
    QuestionViews views = new QuestionViews(presentation, ask.typed(), complaints);
    return new QuestionsPage(
        complaints.isEmpty() ? form : form.titled(view.inError()),
        alone ? null : title == null ? version.survey().title().in(state.language()) : title,
        walk.seen(state.page()),
        walk.about(state.page()),
        IntStream.range(0, asked.size()).mapToObj(i -> views.of(asked.get(i), alone)).toList(),
        List.copyOf(complaints.values()));
  }

  /**
   * Whether nothing in it was chosen, typed or complained of, so that it says nothing of anybody.
   */
  boolean isBlank() {
    return complaints.isEmpty() && questions.stream().allMatch(QuestionView::isBlank);
  }

  /** The number of the page says where one is; the question itself stays out of the history. */
  static String title(PageView view, Walk walk, int page) {
    return view.say("progress.title", walk.seen(page)) + " · " + view.title();
  }
}
