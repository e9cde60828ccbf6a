package org.saualnama.disclosure;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which domains hold a domain by the names of their categories, whoever answered. */
final class WiderDomains {
  private final List<Axis> axes;
  private final List<String> order;
  private final Map<Domain, List<Domain>> known = new HashMap<>();

  WiderDomains(List<Axis> axes) {
    this.axes = axes;
    this.order = axes.stream().map(Axis::code).toList();
  }

  /** All but itself: of each category it is left out, or a wider one is taken. */
  List<Domain> of(Domain domain) {
    return known.computeIfAbsent(domain, this::find);
  }

  private List<Domain> find(Domain domain) {
    List<List<Category>> found = List.of(List.of());
    for (Category category : domain.categories()) {
      List<List<Category>> longer = new ArrayList<>(found);
      for (Category choice : holders(category)) {
        for (List<Category> begun : found) {
          List<Category> with = new ArrayList<>(begun);
          with.add(choice);
          longer.add(with);
        }
      }
      found = longer;
    }
    return found.stream().map(this::domain).filter(other -> !other.equals(domain)).toList();
  }

  private List<Category> holders(Category category) {
    List<Category> holders = new ArrayList<>();
    for (Axis axis : axes) {
      axis.categories().stream().filter(category::isWithin).forEach(holders::add);
    }
    return holders;
  }

  private Domain domain(List<Category> categories) {
    return new Domain(
        categories.stream().sorted(comparingInt(c -> order.indexOf(c.axis()))).toList());
  }
}
