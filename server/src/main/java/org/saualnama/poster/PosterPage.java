package org.saualnama.poster;

import java.util.List;
import java.util.Map;
import org.saualnama.http.PageView;
import org.saualnama.survey.Survey;
import org.saualnama.survey.Text;

/**
 * One sheet of A4 that invites to a survey.
 *
 * @param heading the survey's title
 * @param qr an SVG of ours
 * @param address the same in words, without what a browser adds by itself
 * @param facts who conducts the survey and who paid for it, as far as it says so
 * @param languages the survey's, each with the poster in it
 */
public record PosterPage(
    PageView view,
    String heading,
    String qr,
    String address,
    List<Fact> facts,
    Map<String, String> languages) {
  static final String TEMPLATE = "poster/poster.jte";

  /** What people should know before they come. */
  public record Fact(String label, String text) {}

  static List<Fact> facts(Survey survey, PageView view) {
    Map<String, Text> items = survey.disclosureItems();
    return List.of("conducted_by", "sponsor").stream()
        .filter(items::containsKey)
        .map(item -> new Fact(view.say("item." + item), items.get(item).in(view.language())))
        .toList();
  }
}
