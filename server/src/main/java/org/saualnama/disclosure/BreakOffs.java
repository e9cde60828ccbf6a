package org.saualnama.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.survey.Milestones;
import org.saualnama.survey.SurveyVersion;

/**
 * How far those came who began a version of the form while one release was waited for, as its
 * authors may see it. Every count is rounded like a base before it becomes a share, so that two
 * pages differ by a multiple of five people or not at all.
 */
public final class BreakOffs {
  /**
   * Whole percent of those who began.
   *
   * @param page the page's place, from 0 on
   */
  public record Share(int page, int percent) {}

  private final int release;
  private final SurveyVersion version;
  private final long began;
  private final List<Share> pages;
  private final int ready;
  private final int sent;

  private BreakOffs(int release, SurveyVersion version, Map<Integer, Long> reached) {
    Milestones milestones = version.milestones();
    this.release = release;
    this.version = version;
    this.began = DisclosureControl.rounded(reached.get(milestones.begun()));
    this.pages = new ArrayList<>();
    int last = 100;
    for (int place : milestones.places()) {
      last = share(reached, place, last);
      pages.add(new Share(place, last));
    }
    this.ready = pages.remove(pages.size() - 1).percent();
    this.sent = share(reached, milestones.sent(), last);
  }

  /** Never more than came to the place before, though some pages may have been walked twice. */
  private int share(Map<Integer, Long> reached, int place, int most) {
    long people = DisclosureControl.rounded(reached.getOrDefault(place, 0L));
    return (int) Math.min(most, Math.round(100.0 * people / began));
  }

  /**
   * What may be told.
   *
   * @param reached how many came to each milestone, by its place
   * @return empty if fewer began than the least base
   */
  static Optional<BreakOffs> of(int release, SurveyVersion version, Map<Integer, Long> reached) {
    long began = reached.getOrDefault(version.milestones().begun(), 0L);
    return began < new DisclosureControl(version.survey()).minBase()
        ? Optional.empty()
        : Optional.of(new BreakOffs(release, version, reached));
  }

  public int release() {
    return release;
  }

  public SurveyVersion version() {
    return version;
  }

  /** How many began, to the nearest 5. */
  public long began() {
    return began;
  }

  /** Of the pages that everybody comes to, in their order. */
  public List<Share> pages() {
    return List.copyOf(pages);
  }

  /** Whole percent that answered all and came to the page before sending. */
  public int ready() {
    return ready;
  }

  /** Whole percent that sent it. */
  public int sent() {
    return sent;
  }
}
