package org.saualnama.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.release.Tallies;
import org.saualnama.survey.Item;
import org.saualnama.survey.SurveyVersion;

/**
 * The rows that a release tells anew. All others stand as they were told: a row is made again only
 * when ten have come since, so that nobody can be found out by what changed with them.
 */
final class FreshRows {
  private final SurveyVersion version;
  private final int release;
  private final DisclosureControl control;
  private final Perturbation perturbation;
  private final ToldRows told;
  private final List<List<Axis>> groupings;
  private final Map<String, Category> categories = new HashMap<>();
  private final WiderDomains wider;

  FreshRows(SurveyVersion version, int release, Noise noise, ToldRows told) {
    this.version = version;
    this.release = release;
    this.control = new DisclosureControl(version.survey());
    this.perturbation = new Perturbation(control, noise);
    this.told = told;
    List<Axis> axes = Axis.of(version);
    this.groupings = Axis.groupings(axes, version.survey().crossings());
    this.wider = new WiderDomains(axes);
    axes.forEach(axis -> axis.categories().forEach(c -> categories.put(c.name(), c)));
  }

  /**
   * Those of one collector.
   *
   * @param weights by its profiles in the order of {@code tallies}; empty if it is not weighted
   */
  List<RowVersion> of(String collector, Tallies tallies, Optional<double[]> weights) {
    Lattice lattice = new Lattice(collector, tallies, weights.orElse(new double[0]));
    Map<Domain, DomainSums> sums = lattice.sums(groupings);
    Map<String, ItemRows> byItem = new HashMap<>();
    List<RowVersion> fresh = new ArrayList<>();
    // In the order of the form: what decides who is asked a question stands before it.
    for (Item item : version.items().values()) {
      if (item.isChoice()) {
        ItemRows rows = told.of(collector, item.code(), categories);
        lattice.rows(
            sums,
            item,
            Conditions.deciders(item, version.items()),
            control.floor(),
            row -> add(row, weights.isPresent(), rows, byItem));
        if (!Conditions.isConditional(item.question())) {
          Gaps.close(rows, wider);
        }
        byItem.put(item.code(), rows);
        fresh.addAll(rows.fresh().values());
      }
    }
    return fresh;
  }

  private void add(ExactRow exact, boolean weighted, ItemRows rows, Map<String, ItemRows> earlier) {
    if (isDue(exact, rows, earlier)) {
      perturbation
          .protect(exact, release, weighted)
          .map(row -> new RowVersion(row, new Answerers(exact.answered(), exact.keySum())))
          .ifPresent(fresh -> rows.add(exact.domain(), fresh));
    }
  }

  // How many were asked a conditional question counts answers. Whether ten more were, or all but
  // nine of a wider group, must not show, so its rows come and wait with those it hangs on.
  private boolean isDue(ExactRow exact, ItemRows rows, Map<String, ItemRows> earlier) {
    return Conditions.isConditional(exact.item().question())
        ? areConditionsToldAnew(exact, earlier)
        : rows.lastTold(exact.domain()).filter(last -> !last.areOutdatedBy(exact)).isEmpty();
  }

  /** Whether all that decides who is asked is told anew of the same domain, and no band of it. */
  private boolean areConditionsToldAnew(ExactRow exact, Map<String, ItemRows> earlier) {
    return Conditions.all(exact.item().question()).stream()
        .flatMap(condition -> condition.anyOf().entrySet().stream())
        .allMatch(
            entry ->
                Optional.ofNullable(earlier.get(entry.getKey()))
                    .map(rows -> rows.fresh().get(exact.domain()))
                    .filter(row -> isTold(row.row(), entry.getKey(), entry.getValue()))
                    .isPresent());
  }

  private boolean isTold(ProtectedRow row, String item, List<String> codes) {
    return codes.stream()
        .map(code -> row.shares().get(version.items().get(item).places().get(code)))
        .noneMatch(share -> share.status() == ShareStatus.BANDED);
  }
}
