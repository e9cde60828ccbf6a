package org.saualnama.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.saualnama.release.Profile;
import org.saualnama.release.Tallies;
import org.saualnama.release.Tally;
import org.saualnama.survey.Item;

/**
 * All rows of one collector that may be asked for, before protection: every item in every domain of
 * at most two segments. Cost grows with profiles, not with responses.
 */
final class Lattice {
  private final String collector;
  private final Tallies tallies;
  private final List<Profile> profiles = new ArrayList<>();
  private final List<Tally> counts = new ArrayList<>();
  private final double[] weights;

  /**
   * The lattice of a collector.
   *
   * @param weights by its profiles in the order of the tallies; none if it is not weighted
   */
  Lattice(String collector, Tallies tallies, double[] weights) {
    this.collector = collector;
    this.tallies = tallies;
    tallies
        .byProfile()
        .forEach(
            (profile, tally) -> {
              if (profile.collector().code().equals(collector)) {
                profiles.add(profile);
                counts.add(tally);
              }
            });
    this.weights = weights.length == 0 ? ones(profiles.size()) : weights.clone();
    if (this.weights.length != profiles.size()) {
      throw new IllegalArgumentException("a weight is needed for each profile");
    }
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The sums of every domain that somebody is in. */
  Map<Domain, DomainSums> sums(List<List<Axis>> groupings) {
    Map<Domain, DomainSums> sums = new LinkedHashMap<>();
    groupings.forEach(grouping -> sum(grouping, sums::put));
    return sums;
  }

  private void sum(List<Axis> grouping, BiConsumer<Domain, DomainSums> found) {
    int cells =
        grouping.stream().mapToInt(axis -> axis.categories().size()).reduce(1, (a, b) -> a * b);
    DomainSums[] sums = new DomainSums[cells];
    for (int g = 0; g < weights.length; g++) {
      int cell = cell(profiles.get(g), grouping);
      if (cell >= 0) {
        if (sums[cell] == null) {
          sums[cell] = new DomainSums(tallies.layout());
        }
        sums[cell].add(counts.get(g), weights[g]);
      }
    }
    for (int cell = 0; cell < cells; cell++) {
      if (sums[cell] != null) {
        found.accept(domain(grouping, cell), sums[cell]);
      }
    }
  }

  /** Row-major; who left a segment open belongs to none. */
  private static int cell(Profile profile, List<Axis> grouping) {
    int cell = 0;
    for (Axis axis : grouping) {
      int place = axis.place(profile.segments().get(axis.segment()));
      if (place < 0) {
        return -1;
      }
      cell = cell * axis.categories().size() + place;
    }
    return cell;
  }

  private static Domain domain(List<Axis> grouping, int cell) {
    Category[] categories = new Category[grouping.size()];
    int rest = cell;
    for (int i = categories.length - 1; i >= 0; i--) {
      List<Category> all = grouping.get(i).categories();
      categories[i] = all.get(rest % all.size());
      rest /= all.size();
    }
    return new Domain(List.of(categories));
  }

  /**
   * Hands over the rows of one item that at least {@code least} answered.
   *
   * @param deciders codes of the items asked of all that decide who is asked it
   */
  void rows(
      Map<Domain, DomainSums> sums,
      Item item,
      Collection<String> deciders,
      int least,
      Consumer<ExactRow> rows) {
    int place = tallies.itemPlace(item.code());
    int[] cells =
        item.codes().stream().mapToInt(code -> tallies.cellPlace(item.code(), code)).toArray();
    int[] asked = deciders.stream().mapToInt(tallies::itemPlace).toArray();
    sums.forEach(
        (domain, sum) -> {
          if (sum.counts().answered(place) >= least) {
            rows.accept(new ExactRow(collector, item, domain, sum, place, cells, asked));
          }
        });
  }
}
