package org.saualnama.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.saualnama.breakdown.Breakdown;
import org.saualnama.breakdown.DomainRow;
import org.saualnama.breakdown.Figure;
import org.saualnama.disclosure.ProtectedRow;

/**
 * The figures of a selection: looked up in protected rows by way of one breakdown, and nowhere
 * else.
 *
 * @param axes in the order of placement
 * @param heading how many of them, the last ones, go across
 */
record Cube(Table table, Breakdown breakdown, List<Axis> axes, int heading) {
  /**
   * A variable with the categories that are asked for.
   *
   * @param split what a segment's categories are of: itself or one of its groupings
   */
  record Axis(Variable variable, String split, List<String> codes) {}

  /** Every figure with its categories by variable, the last axis fastest. */
  void forEach(BiConsumer<Map<String, String>, Figure> consumer) {
    Map<Map<String, String>, Optional<ProtectedRow>> rows = new HashMap<>();
    for (DomainRow domain : breakdown.domains()) {
      rows.put(Map.copyOf(domain.categories()), domain.row());
    }
    visit(0, new LinkedHashMap<>(), place -> consumer.accept(place, figure(rows, place)));
  }

  private void visit(int axis, Map<String, String> place, Consumer<Map<String, String>> leaf) {
    if (axis == axes.size()) {
      leaf.accept(place);
      return;
    }
    for (String code : axes.get(axis).codes()) {
      place.put(axes.get(axis).variable().code(), code);
      visit(axis + 1, place, leaf);
    }
  }

  private Figure figure(
      Map<Map<String, String>, Optional<ProtectedRow>> rows, Map<String, String> place) {
    Map<String, String> domain = new HashMap<>();
    for (Axis axis : axes) {
      if (axis.variable().kind() == Variable.Kind.SEGMENT) {
        domain.put(axis.split(), place.get(axis.variable().code()));
      }
    }
    int answer = table.item().codes().indexOf(place.get(Variable.ANSWER));
    return Figure.of(rows.get(domain), answer, place.get(Variable.METRIC));
  }

  /** The labels of the axes that go down, then those across. */
  List<Axis> stub() {
    return axes.subList(0, axes.size() - heading);
  }

  List<Axis> across() {
    return axes.subList(axes.size() - heading, axes.size());
  }

  /** Codes of some axes. */
  static List<String> codes(List<Axis> axes) {
    List<String> codes = new ArrayList<>();
    axes.forEach(axis -> codes.add(axis.variable().code()));
    return codes;
  }
}
