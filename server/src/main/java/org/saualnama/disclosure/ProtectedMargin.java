package org.saualnama.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.survey.Margin;
import org.saualnama.survey.Target;
import org.saualnama.weighting.WeightingReport.Level;

/**
 * What weights make of one margin, as anybody may know it. An empty category looks like one of a
 * few people: whether the first of them has come changes no number here.
 *
 * @param uncovered whole per cent of the population in categories with fewer than the least base
 */
public record ProtectedMargin(String margin, int uncovered, List<Category> categories) {

  /**
   * One category.
   *
   * @param shares empty if fewer than the least base are in it
   */
  public record Category(String category, Optional<Shares> shares) {}

  /**
   * Whole per cent.
   *
   * @param wanted its share of the population
   * @param reached its weighted share, where the categories that are told have their own share of
   *     the population together
   */
  public record Shares(int wanted, int reached) {}

  static ProtectedMargin of(Margin margin, Map<String, Level> levels, int minBase) {
    List<Target> targets = margin.shares();
    double all = 0;
    double told = 0;
    double reached = 0;
    for (Target target : targets) {
      all += target.share();
      if (isTold(target, levels, minBase)) {
        told += target.share();
        reached += levels.get(target.category()).reached();
      }
    }
    List<Category> categories = new ArrayList<>();
    for (Target target : targets) {
      Optional<Shares> shares = Optional.empty();
      if (isTold(target, levels, minBase)) {
        double share = levels.get(target.category()).reached() / reached * told / all;
        shares = Optional.of(new Shares(percent(target.share() / all), percent(share)));
      }
      categories.add(new Category(target.category(), shares));
    }
    return new ProtectedMargin(margin.code(), percent(1 - told / all), categories);
  }

  private static boolean isTold(Target target, Map<String, Level> levels, int minBase) {
    Level level = levels.get(target.category());
    return level != null && level.unweighted() >= minBase;
  }

  private static int percent(double share) {
    return (int) DisclosureControl.nearest(100 * share);
  }
}
