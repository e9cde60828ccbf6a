package org.saualnama.tables;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;

/**
 * A part of a long list, by number and size.
 *
 * @param filter what makes the list, as it stands in addresses: pages of it lead to each other
 */
record Paging(int number, int size, String filter) {
  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  /**
   * As a query has it.
   *
   * @param number null for the first page
   * @param size null for the usual
   * @param filter by name what the list is of
   * @throws Refusal (malformed) for what is no page
   */
  static Paging of(String number, String size, Map<String, Optional<String>> filter) {
    StringBuilder query = new StringBuilder();
    filter.forEach(
        (name, value) ->
            value.ifPresent(
                text ->
                    query
                        .append('&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(text, StandardCharsets.UTF_8))));
    return new Paging(
        whole("pageNumber", number, 1, 1_000_000),
        whole("pageSize", size, USUAL, MOST),
        query.toString());
  }

  /** A whole number from 1 to {@code most}; {@code otherwise} for null. */
  static int whole(String parameter, String given, int otherwise, int most) {
    if (given == null) {
      return otherwise;
    }
    if (!given.matches("[1-9]\\d{0,6}") || Integer.parseInt(given) > most) {
      throw Refusal.malformed(
          parameter, "out_of_range", "Give a whole number from 1 to " + most + ".");
    }
    return Integer.parseInt(given);
  }

  /**
   * The part of {@code all}.
   *
   * @throws Refusal (not found) behind the last page
   */
  <T> List<T> of(List<T> all) {
    if (number > pages(all.size())) {
      throw new Refusal(Reason.NOT_FOUND, "There are " + pages(all.size()) + " pages.");
    }
    int from = (number - 1) * size;
    return all.subList(from, Math.min(from + size, all.size()));
  }

  private int pages(int elements) {
    return Math.max(1, (elements + size - 1) / size);
  }

  /** As PxWebApi says it. */
  Map<String, Object> view(int elements, Links links) {
    List<Map<String, Object>> to = new ArrayList<>();
    if (number > 1) {
      to.add(to(links, "previous", number - 1));
    }
    if (number < pages(elements)) {
      to.add(to(links, "next", number + 1));
    }
    to.add(to(links, "last", pages(elements)));
    return Json.object(
        "pageNumber", number,
        "pageSize", size,
        "totalElements", elements,
        "totalPages", pages(elements),
        "links", to);
  }

  Map<String, Object> to(Links links, String rel, int page) {
    return links.to(rel, "/tables?pageNumber=" + page + "&pageSize=" + size + filter);
  }
}
