package org.saualnama.breakdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.saualnama.disclosure.ProtectedRow;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.disclosure.RowKey;

/**
 * A table of protected rows: it can be made of nothing else.
 *
 * @param domains the last segment of the query fastest
 */
public record Breakdown(BreakdownQuery query, PublishedRelease release, List<DomainRow> domains) {

  /** Looks the rows up. */
  public static Breakdown of(BreakdownQuery query, PublishedRelease release) {
    List<Map<String, String>> domains = List.of(query.where());
    for (String segment : query.by()) {
      domains = split(domains, segment, query.version().splits().get(segment).codes());
    }
    return new Breakdown(
        query,
        release,
        domains.stream()
            .map(domain -> new DomainRow(domain, release.row(key(query, domain))))
            .toList());
  }

  private static List<Map<String, String>> split(
      List<Map<String, String>> domains, String segment, List<String> categories) {
    List<Map<String, String>> split = new ArrayList<>();
    for (Map<String, String> domain : domains) {
      for (String category : categories) {
        Map<String, String> part = new LinkedHashMap<>(domain);
        part.put(segment, category);
        split.add(part);
      }
    }
    return split;
  }

  /** What it tells. */
  public Stream<ProtectedRow> rows() {
    return domains.stream().flatMap(domain -> domain.row().stream());
  }

  private static RowKey key(BreakdownQuery query, Map<String, String> domain) {
    return new RowKey(
        query.collector(),
        query.item().code(),
        query.version().splits().keySet().stream()
            .filter(domain::containsKey)
            .map(segment -> segment + "=" + domain.get(segment))
            .toList());
  }
}
