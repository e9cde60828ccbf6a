package org.saualnama.analysis;

import java.util.List;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.Item;

/** Refuses queries whose parts are fine and don't go together. */
final class Coherence {
  /** The most cells of a table, metrics included. */
  static final int MOST_CELLS = 200_000;

  private Coherence() {}

  static void check(AnalysisQuery query) {
    List<String> by = query.by().stream().map(Axis::code).toList();
    if (by.contains(query.item().code())) {
      throw Refusal.malformed("by", "repeated", "A question can't be split by itself.");
    }
    if (by.contains(Axis.COLLECTOR) && !query.mixed()) {
      throw Refusal.malformed(
          "by", "not_mixed", "Collectors stand apart anyway; split by them with mixed=yes.");
    }
    strict(query);
    size(query);
    comparison(query);
    boolean overlap = query.by().stream().anyMatch(Axis::overlaps);
    if (query.independence() && (query.by().size() != 1 || overlap)) {
      throw Refusal.malformed(
          "test",
          "needs_one_segment",
          "Test against exactly one question in 'by', of which one answer can be chosen.");
    }
  }

  /** Nobody knows what was really answered, so nobody can be put into a group by it. */
  private static void strict(AnalysisQuery query) {
    for (Axis axis : query.by()) {
      refuseStrict(query, "by", axis.code());
    }
    for (String item : query.where().keySet()) {
      refuseStrict(query, "where." + item, item);
    }
  }

  private static void refuseStrict(AnalysisQuery query, String parameter, String code) {
    Item item = query.version().items().get(code);
    if (item != null && item.question().strict()) {
      throw Refusal.malformed(
          parameter,
          "strict_question",
          "Answers to '"
              + code
              + "' are randomised before they are kept, so nobody can be split or filtered by them."
              + " Make it the 'question', and split it by the other one.");
    }
  }

  private static void size(AnalysisQuery query) {
    // In floating point, which can't run over.
    double cells = (query.item().codes().size() + 1.0) * query.metrics().size();
    for (Axis axis : query.by()) {
      cells *= axis.categories().size();
    }
    cells *= query.pools().size() * Math.max(1.0, query.releases().size());
    if (cells > MOST_CELLS) {
      throw Refusal.malformed(
          "by",
          "too_many_cells",
          "A table has "
              + MOST_CELLS
              + " cells at most, metrics included, and this one would have more: split by fewer questions, or ask for fewer metrics.");
    }
  }

  private static void comparison(AnalysisQuery query) {
    int pools = query.pools().size();
    int releases = Math.max(1, query.releases().size());
    switch (query.comparison()) {
      case NONE -> {}
      case PAIRWISE -> {
        boolean overlap = query.by().stream().anyMatch(Axis::overlaps);
        if (query.by().isEmpty() || overlap || pools > 1 || releases > 1) {
          throw Refusal.malformed(
              "compare",
              "needs_segments",
              "Compare pairwise within one collector and release, by questions of which one"
                  + " answer can be chosen.");
        }
      }
      case COLLECTORS -> {
        if (pools < 2 || releases > 1) {
          throw Refusal.malformed(
              "compare",
              "needs_collectors",
              "Name two collectors or more, not mixed, and one release.");
        }
      }
      case RELEASES -> {
        if (releases < 2 || pools > 1) {
          throw Refusal.malformed(
              "compare", "needs_releases", "Name two releases or more, and one collector.");
        }
      }
    }
  }
}
