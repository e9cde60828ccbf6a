package org.saualnama.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds a new version to the questions of the published one, in their order and on their pages. */
final class FrozenQuestions {
  private final Survey published;
  private final Survey next;
  private final Problems problems;

  FrozenQuestions(Survey published, Survey next, Problems problems) {
    this.published = published;
    this.next = next;
    this.problems = problems;
  }

  void check() {
    Map<String, Draft.Place> added = new LinkedHashMap<>();
    Draft.places(next).forEach(place -> added.put(place.question().code(), place));
    List<Draft.Place> kept = new ArrayList<>(added.values());
    List<String> before = new ArrayList<>();
    for (Draft.Place old : Draft.places(published)) {
      Draft.Place now = added.remove(old.question().code());
      if (now == null) {
        problems.at("/pages", old + " is gone from a published survey", Revision.KEEP);
      } else {
        before.add(old.question().code());
        page(old, now);
        FrozenParts.check(old.question(), now, problems);
      }
    }
    kept.removeAll(added.values());
    added.values().forEach(this::added);
    order(before, kept);
  }

  private void page(Draft.Place old, Draft.Place now) {
    String from = published.pages().get(old.page()).code();
    String to = next.pages().get(now.page()).code();
    if (!from.equals(to)) {
      String message = now + " has moved from page '" + from + "' to page '" + to + "'";
      problems.at(
          now.at("question"), message, "move it back; what stands beside it colours answers");
    }
  }

  private void added(Draft.Place place) {
    if (place.question().required() || !place.question().screenOut().isEmpty()) {
      String message = place + " is new in a published survey and required, or ends it for some";
      String mend = "let everybody skip it and go on, as those did who answered before";
      problems.at(place.at("question"), message, mend);
    }
  }

  private void order(List<String> before, List<Draft.Place> kept) {
    for (int i = 0; i < kept.size(); i++) {
      if (!kept.get(i).question().code().equals(before.get(i))) {
        String message = kept.get(i) + " now comes before '" + before.get(i) + "'";
        String mend = "restore the order, for what was asked before colours an answer";
        problems.at(kept.get(i).at("question"), message, mend);
        return; // the others have only made way
      }
    }
  }
}
