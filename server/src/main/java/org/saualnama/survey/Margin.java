package org.saualnama.survey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * A known distribution of the population that weights will meet.
 *
 * @param segments one segment, or several for a cross margin
 * @param groups joined categories by the name of the group; empty where each stands alone
 * @param targets the CSV with the shares, beside the definition
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
}
