package org.saualnama.conversion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saualnama.conversion.Expression.All;
import org.saualnama.conversion.Expression.Answered;
import org.saualnama.conversion.Expression.Any;
import org.saualnama.conversion.Expression.Compared;
import org.saualnama.conversion.Expression.Is;
import org.saualnama.conversion.Expression.Not;
import org.saualnama.conversion.Expression.NotSimple;

/**
 * An expression as a definition says it: {@code ask_if}, of which all must hold, and {@code
 * ask_unless}, likewise. What would need more is not simple.
 */
final class AskedWhen {
  final Map<String, Set<String>> askIf = new LinkedHashMap<>();
  final Map<String, Set<String>> askUnless = new LinkedHashMap<>();
  private final Map<String, Answerable> known;
  private final Map<String, Answerable> looked = new LinkedHashMap<>();

  private AskedWhen(Map<String, Answerable> known) {
    this.known = known;
  }

  static AskedWhen of(List<String> conditions, Map<String, Answerable> known) throws NotSimple {
    AskedWhen when = new AskedWhen(known);
    for (String condition : conditions) {
      when.holds(ExpressionReader.read(condition));
    }
    for (Map.Entry<String, Set<String>> entry : when.askIf.entrySet()) {
      when.narrow(entry);
    }
    return when;
  }

  /** The last page of those whose answers it looks at; -1 if it looks at none. */
  int page() {
    return looked.values().stream().mapToInt(Answerable::page).max().orElse(-1);
  }

  private void narrow(Map.Entry<String, Set<String>> entry) throws NotSimple {
    String item = entry.getKey();
    boolean alone = askUnless.size() == 1 && askUnless.containsKey(item);
    if (alone && !looked.get(item).several()) {
      entry.getValue().removeAll(askUnless.remove(item));
    }
    if (entry.getValue().isEmpty()) {
      throw new NotSimple("never");
    }
  }

  private void holds(Expression expression) throws NotSimple {
    if (expression instanceof All all) {
      for (Expression part : all.parts()) {
        holds(part);
      }
    } else if (expression instanceof Not not) {
      holdsNot(not.part());
    } else {
      one(expression);
    }
  }

  private void one(Expression expression) throws NotSimple {
    Map<String, Set<String>> either = new LinkedHashMap<>();
    List<Expression> parts = expression instanceof Any any ? any.parts() : List.of(expression);
    expect(!parts.isEmpty());
    if (parts.stream().allMatch(Not.class::isInstance)) {
      holdsNot(new All(parts.stream().map(part -> ((Not) part).part()).toList()));
      return;
    }
    for (Expression part : parts) {
      put(either, part);
    }
    expect(either.size() == 1);
    String item = either.keySet().iterator().next();
    Set<String> codes = either.get(item);
    Set<String> before = askIf.putIfAbsent(item, codes);
    if (before != null && !before.equals(codes)) {
      // of several answers, each test may hold by another one
      expect(!looked.get(item).several());
      before.retainAll(codes);
    }
  }

  private void holdsNot(Expression expression) throws NotSimple {
    if (expression instanceof Not not) {
      holds(not.part());
    } else if (expression instanceof Any any) {
      for (Expression part : any.parts()) {
        holdsNot(part);
      }
    } else if (expression instanceof All all
        && all.parts().stream().allMatch(Not.class::isInstance)) {
      one(new Any(all.parts().stream().map(part -> ((Not) part).part()).toList()));
    } else {
      List<Expression> parts = expression instanceof All all ? all.parts() : List.of(expression);
      Map<String, Set<String>> together = new LinkedHashMap<>();
      for (Expression part : parts) {
        int size = together.size();
        put(together, part);
        expect(together.size() > size);
      }
      expect(!together.isEmpty());
      if (together.size() == 1
          && askUnless.size() == 1
          && askUnless.keySet().equals(together.keySet())) {
        together.forEach((item, codes) -> askUnless.get(item).addAll(codes));
      } else {
        expect(askUnless.isEmpty());
        askUnless.putAll(together);
      }
    }
  }

  /** Adds the codes of which one must have been chosen for a single test to hold. */
  private void put(Map<String, Set<String>> codes, Expression test) throws NotSimple {
    List<String> chosen;
    Answerable item;
    if (test instanceof Is is) {
      item = find(is.name());
      expect(!is.only() || !item.several() || !item.fixed().isEmpty());
      chosen = item.codesOf(is.values());
    } else if (test instanceof Answered answered) {
      item = find(answered.name());
      chosen = item.all();
    } else if (test instanceof Compared compared) {
      item = find(compared.name());
      chosen = beyond(item, compared);
    } else {
      throw new NotSimple("too deep");
    }
    expect(chosen != null && !chosen.isEmpty());
    codes.computeIfAbsent(item.item(), any -> new LinkedHashSet<>()).addAll(chosen);
  }

  private static List<String> beyond(Answerable item, Compared compared) {
    List<String> codes = new ArrayList<>();
    for (Map.Entry<String, String> entry : item.codes().entrySet()) {
      if (!entry.getKey().matches("-?\\d{1,9}") || item.several() || !item.fixed().isEmpty()) {
        return List.of();
      }
      if (compared.holdsFor(Double.parseDouble(entry.getKey()))) {
        codes.add(entry.getValue());
      }
    }
    return codes;
  }

  private Answerable find(String name) throws NotSimple {
    Answerable item = known.get(name);
    expect(item != null);
    looked.put(item.item(), item);
    return item;
  }

  private static void expect(boolean so) throws NotSimple {
    if (!so) {
      throw new NotSimple("no condition of ours");
    }
  }
}
