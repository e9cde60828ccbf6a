package org.saualnama.survey;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The places of a form of which it may be counted how many came there, because coming there follows
 * from no answer: pages that are asked of everybody, and none up to the last that can end the form.
 * Whoever leaves at another page is counted at the milestone before.
 *
 * @param places of pages from 0 on; then the number of pages, where all is ready to be sent
 */
public record Milestones(List<Integer> places) {
  public Milestones {
    places = List.copyOf(places);
  }

  /** Those of {@code survey}; the first stands for having begun. */
  public static Milestones of(Survey survey) {
    List<Page> pages = survey.pages();
    int from = pages.size();
    while (from > 0 && !pages.get(from - 1).screensOut()) {
      from--;
    }
    return new Milestones(
        IntStream.rangeClosed(from, pages.size())
            .filter(place -> place == pages.size() || pages.get(place).isForAll())
            .boxed()
            .toList());
  }

  /** Those that are passed on the way from one place to a later one, with the latter. */
  public List<Integer> between(int before, int now) {
    return places.stream().filter(place -> place > before && place <= now).toList();
  }

  /** Where those who began are counted. */
  public int begun() {
    return places.get(0);
  }

  /** Where all is answered, and nothing sent. */
  public int ready() {
    return places.get(places.size() - 1);
  }

  /** Where it is sent. */
  public int sent() {
    return ready() + 1;
  }
}
