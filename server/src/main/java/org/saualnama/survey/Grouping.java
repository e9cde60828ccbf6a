package org.saualnama.survey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Categories of a segment joined into fewer, by which results may be split as by the segment
 * itself: regions into parts of the country, years of age into generations.
 *
 * @param code a name of its own, as no question has
 * @param segment whose categories it joins
 * @param text what tables call it
 */
public record Grouping(
    @JsonProperty("grouping") String code, String segment, Text text, List<Group> groups) {

  /**
   * Categories under one name.
   *
   * @param codes of the segment; each in one group at most
   */
  public record Group(String code, Text text, List<String> codes) {
    public Group {
      codes = List.copyOf(codes);
    }
  }

  public Grouping {
    groups = List.copyOf(groups);
  }
}
