package org.saualnama.disclosure;

import java.util.List;

/**
 * Which domain of which item.
 *
 * @param collector the collector's name; never a mix
 * @param item a question's code or {@code question.row}
 * @param domain {@code segment=category}, at most two, in the survey's order of segments
 */
public record RowKey(String collector, String item, List<String> domain) {
  public RowKey {
    domain = List.copyOf(domain);
  }
}
