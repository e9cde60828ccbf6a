package org.saualnama.analysis;

import java.util.List;
import java.util.Set;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.Item;

/** Refuses queries whose parts are fine and don't go together. */
final class Coherence {
  /** The most cells of a table, metrics included. */
  static final int MOST_CELLS = 200_000;

  /** The most releases of one query: each is read whole. */
  static final int MOST_RELEASES = 24;

  /** Columns and dimensions of every table, beside the metrics. */
  private static final Set<String> COLUMNS =
      Set.of(
          "question",
          "answer",
          "answer_label",
          "release",
          "metric",
          "sample_type",
          "respondents",
          "respondents_n_eff",
          "respondents_deff",
          "uncovered",
          "weights",
          "variance",
          "interval",
          "note");

  private Coherence() {}

  static void check(AnalysisQuery query) {
    List<String> by = query.by().stream().map(Axis::code).toList();
    names(query);
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

  /** Two columns of one name would be one. */
  private static void names(AnalysisQuery query) {
    for (Axis axis : query.by()) {
      String code = axis.code();
      boolean asked = code.equals(Axis.COLLECTOR) && query.version().items().containsKey(code);
      if (asked || COLUMNS.contains(code) || !Metric.of(code).isEmpty()) {
        throw Refusal.malformed(
            "by", "taken", "Every table has a column '" + code + "': filter by this question.");
      }
    }
  }

  private static void size(AnalysisQuery query) {
    if (query.releases().size() > MOST_RELEASES) {
      throw Refusal.malformed(
          "release", "too_many", "Name " + MOST_RELEASES + " releases at most.");
    }
    // In floating point, which can't run over.
    double domains = 1;
    for (Axis axis : query.by()) {
      domains *= axis.categories().size();
    }
    double pools = query.pools().size() * Math.max(1.0, query.releases().size());
    double cells = (query.item().codes().size() + 1.0) * query.metrics().size() * domains * pools;
    if (Math.max(cells, comparisons(query, domains)) > MOST_CELLS) {
      throw Refusal.malformed(
          "by",
          "too_many_cells",
          "A table has "
              + MOST_CELLS
              + " cells at most, metrics included, and as many comparisons; this one would have"
              + " more: split by fewer questions, or ask for fewer metrics.");
    }
  }

  private static double comparisons(AnalysisQuery query, double domains) {
    double options = query.item().codes().size();
    double pools = query.pools().size();
    return switch (query.comparison()) {
      case NONE -> 0;
      case PAIRWISE -> options * domains * (domains - 1) / 2;
      case COLLECTORS -> options * domains * pools * (pools - 1) / 2;
      case RELEASES -> options * domains * query.releases().size();
    };
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
