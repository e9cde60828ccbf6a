package org.saualnama.survey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * A known distribution of the population that weights will meet.
 *
 * @param segments one segment, or several for a cross margin
 * @param groups joined categories by the name of the group; empty where each stands alone
 * @param targets the shares as CSV: the table itself or, as an author may write it, the path of a
 *     file beside the definition; once read it is always the table
 */
public record Margin(
    @JsonProperty("margin") String code,
    List<String> segments,
    Map<String, List<String>> groups,
    String targets) {
  public Margin {
    segments = List.copyOf(segments);
    groups = Definitions.inOrder(groups);
  }

  /** Whether {@code targets} is the table itself: it has a header and more. */
  boolean hasTable() {
    return targets.indexOf('\n') >= 0;
  }

  /** The same margin with other figures. */
  Margin withTargets(String others) {
    return new Margin(code, segments, groups, others);
  }

  /** The shares of a margin that has been read; parses them anew, unlike a version. */
  public List<Target> shares() {
    return TargetTable.rows(code, 1, targets, new Problems(DefinitionSource.of(code, ""))).stream()
        .map(TargetTable.Row::target)
        .toList();
  }
}
