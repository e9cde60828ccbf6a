package org.saualnama.results;

import java.util.List;
import java.util.Optional;
import org.saualnama.http.PageView;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.Survey;

/** The surveys that this server has, for those who come without an address. */
public record HomePage(PageView view, List<PublishedSurvey> surveys) {
  static final String TEMPLATE = "results/home.jte";

  /** The title in the page's language, or in the survey's own. */
  public String title(PublishedSurvey published) {
    Survey survey = published.latest().survey();
    return Optional.ofNullable(survey.title().in(view.language()))
        .orElseGet(() -> survey.title().in(survey.languages().get(0)));
  }
}
