package org.saualnama.release;

import java.util.ArrayList;
import java.util.List;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Item;
import org.saualnama.survey.SurveyVersion;

/**
 * What the places of a tally's arrays stand for.
 *
 * @param items codes of items
 * @param cells {@code item=code} for every code of every choice item
 */
public record TallyLayout(List<String> items, List<String> cells) {

  /** Of a version: all that its responses can hold; a later version only adds to it. */
  public static TallyLayout of(SurveyVersion version) {
    List<String> items = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (Item item : version.items().values()) {
      // Texts are not counted by profile: where one person wrote, the count would name the profile.
      if (item.question().type() != AnswerType.TEXT) {
        items.add(item.code());
      }
      if (item.isChoice()) {
        item.codes().forEach(code -> cells.add(item.code() + "=" + code));
      }
    }
    return new TallyLayout(items, cells);
  }
}
