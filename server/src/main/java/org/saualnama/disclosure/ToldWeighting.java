package org.saualnama.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.saualnama.release.Release;
import org.saualnama.survey.Survey;

/**
 * Which report on a collector's weights stands: the newest is told only when ten have come since
 * the last that was, as with rows.
 */
final class ToldWeighting {
  private ToldWeighting() {}

  /**
   * The release whose report stands after the last of {@code releases}.
   *
   * @param releases oldest first
   * @param surveyOf the survey by a release's version
   * @param respondents by release, of the releases with weights of the collector
   * @return empty if nothing has been told of the collector
   */
  static Optional<Release> asOf(
      List<Release> releases, Function<Release, Survey> surveyOf, Map<Integer, Long> respondents) {
    Release told = null;
    for (Release release : releases) {
      long now = respondents.getOrDefault(release.number(), 0L);
      long before = told == null ? 0 : respondents.get(told.number());
      int needed =
          told == null ? new DisclosureControl(surveyOf.apply(release)).minBase() : Answerers.FEW;
      if (!release.withdrawn() && now - before >= needed) {
        told = release;
      }
    }
    return Optional.ofNullable(told);
  }
}
