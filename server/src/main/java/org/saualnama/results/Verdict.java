package org.saualnama.results;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.saualnama.breakdown.DomainRow;
import org.saualnama.disclosure.Differences;
import org.saualnama.disclosure.ProtectedRow;
import org.saualnama.survey.Item;
import org.saualnama.texts.Words;

/** Which groups of a table differ beyond uncertainty, in words and for its pictures. */
final class Verdict {
  /** More pairs than these are counted rather than named. */
  private static final int NAMED = 4;

  private final Item item;
  private final List<Integer> told = new ArrayList<>();
  private final Differences differences;
  private final Set<List<Integer>> differing = new HashSet<>();

  /** On groups that share nobody. */
  Verdict(Item item, List<DomainRow> domains) {
    this.item = item;
    List<ProtectedRow> rows = new ArrayList<>();
    for (int i = 0; i < domains.size(); i++) {
      if (domains.get(i).row().isPresent()) {
        told.add(i);
        rows.add(domains.get(i).row().get());
      }
    }
    this.differences = new Differences(rows);
    for (int answer = 0; answer < item.codes().size(); answer++) {
      for (int row = 0; row < rows.size(); row++) {
        mark(row, answer);
      }
    }
  }

  private void mark(int row, int answer) {
    for (int lower : differences.below(row, answer)) {
      differing.add(List.of(told.get(row), answer));
      differing.add(List.of(told.get(lower), answer));
    }
  }

  /** Whether the share of an answer in a domain differs from that in any other. */
  boolean differs(int domain, int answer) {
    return differing.contains(List.of(domain, answer));
  }

  /**
   * What there is to say of these answers.
   *
   * @param answers codes, in the order of the table
   * @param labels what each of them is called
   * @param groups what each domain is called
   */
  List<String> notes(List<String> answers, List<String> labels, List<String> groups, Words words) {
    if (told.size() < 2) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      String said = pairs(item.places().get(answers.get(i)), groups, words);
      if (!said.isEmpty()) {
        notes.add(words.say("results.differs", labels.get(i), said));
      }
    }
    if (notes.isEmpty()) {
      return List.of(words.say("results.differs.none"));
    }
    if (notes.size() < answers.size()) {
      notes.add(words.say("results.differs.rest"));
    }
    return notes;
  }

  private String pairs(int answer, List<String> groups, Words words) {
    List<String> named = new ArrayList<>();
    long pairs = 0;
    for (int row = 0; row < told.size(); row++) {
      List<Integer> below = differences.below(row, answer);
      pairs += below.size();
      if (!below.isEmpty()) {
        List<String> lower = below.stream().map(place -> groups.get(told.get(place))).toList();
        String higher = groups.get(told.get(row));
        named.add(words.say("results.above", higher, String.join(", ", lower)));
      }
    }
    return pairs > NAMED
        ? words.count("results.pairs", pairs, new Numbers(words.language()).count(pairs))
        : String.join("; ", named);
  }
}
