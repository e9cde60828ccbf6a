package org.saualnama.breakdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.saualnama.Node;
import org.saualnama.json.Json;
import org.saualnama.secret.Secret;

/**
 * Counts a node's responses anew, one by one as of the release that a figure was made in, and
 * protects them by the formulas as they are written down, to hold the node's tables to them.
 */
final class Recount {
  private record Response(int release, int profile, long key, JsonNode answers) {}

  private final Node node;
  private final int minBase;
  private final ProtectionByTheBook book;
  private final List<Response> responses = new ArrayList<>();
  private final Map<Integer, Map<Integer, Double>> weights = new TreeMap<>();

  Recount(Node node, int minBase, Secret secret) {
    this.node = node;
    this.minBase = minBase;
    this.book = new ProtectionByTheBook(secret.key("noise", "may9-kz"), "may9-kz");
  }

  /** How many responses there are of this kind. */
  int count(String condition) {
    return Integer.parseInt(node.value("SELECT count(*) FROM response WHERE " + condition));
  }

  private List<Response> responses() {
    if (responses.isEmpty()) {
      node.query("SELECT release, profile, record_key, answers FROM response")
          .forEach(
              row ->
                  responses.add(
                      new Response(
                          Integer.parseInt(row.get(0)),
                          Integer.parseInt(row.get(1)),
                          Long.parseLong(row.get(2)),
                          json(row.get(3)))));
    }
    return responses;
  }

  private static JsonNode json(String text) {
    return Json.readUntrusted(text.getBytes(StandardCharsets.UTF_8));
  }

  /** By profile; 1 where the release has no weights. */
  private Map<Integer, Double> weights(int release) {
    return weights.computeIfAbsent(
        release,
        r -> {
          Map<Integer, Double> byProfile = new HashMap<>();
          node.query(
                  ("SELECT profile, weight FROM release_weighting,"
                          + " unnest(weights, (SELECT array_agg(DISTINCT profile ORDER BY profile)"
                          + " FROM tally WHERE release <= %d)) AS w (weight, profile)"
                          + " WHERE release = %d AND scheme = 'calibrated' AND collector = 'open'"
                          + " AND weights IS NOT NULL")
                      .formatted(r, r))
              .forEach(
                  row -> byProfile.put(Integer.parseInt(row.get(0)), Double.valueOf(row.get(1))));
          return byProfile;
        });
  }

  /** Of an item that everybody is asked. */
  int assertAsCounted(Dataset table, String item, List<String> by) {
    return assertAsCounted(table, item, by, item, Optional.empty());
  }

  /**
   * Compares cell by cell, the withheld ones too; returns how many domains are withheld.
   *
   * @param decider the item whose answers decide who is asked it; itself if it is asked of all
   * @param condition the name of that condition
   */
  int assertAsCounted(
      Dataset table, String item, List<String> by, String decider, Optional<String> condition) {
    int withheld = 0;
    int release = table.tree().at("/extension/release").intValue();
    for (List<String> domain : domains(table, by)) {
      Map<String, String> categories = new HashMap<>();
      IntStream.range(0, by.size()).forEach(i -> categories.put(by.get(i), domain.get(i)));
      withheld += assertDomain(table, item, categories, release, decider, condition);
    }
    return withheld;
  }

  private int assertDomain(
      Dataset table,
      String item,
      Map<String, String> domain,
      int release,
      String decider,
      Optional<String> condition) {
    List<String> codes = table.categories("answer");
    Map<String, String> base = Dataset.cell(codes.get(0), "base", domain);
    if (table.number(base) == null) {
      for (String code : codes) {
        assertNull(table.number(Dataset.cell(code, "share", domain)));
        assertEquals("c", table.status(Dataset.cell(code, "share", domain)));
      }
      return 1;
    }
    int asOf = table.asOf(base).orElse(release);
    boolean weighted = table.tree().at("/extension/weighting").asText().equals("calibrated");
    ProtectionByTheBook.Row row =
        book.protect(
            item,
            codes,
            answers(item, domain, asOf, weighted),
            answers(decider, domain, asOf, weighted),
            condition);
    assertTrue(row.base() >= minBase, () -> domain + " has too few: " + row.base());
    assertEquals(row.base(), table.number(base), () -> domain + " base");
    assertEquals(
        row.effective(),
        table.number(Dataset.cell(codes.get(0), "n_eff", domain)),
        () -> domain + " effective size");
    for (int k = 0; k < codes.size(); k++) {
      Map<String, String> share = Dataset.cell(codes.get(k), "share", domain);
      assertEquals(row.statuses().get(k), table.status(share), () -> domain + " " + share);
      assertEquals(row.shares().get(k), table.number(share), () -> domain + " " + share);
    }
    return 0;
  }

  private List<ProtectionByTheBook.Answer> answers(
      String item, Map<String, String> domain, int asOf, boolean weighted) {
    List<ProtectionByTheBook.Answer> answers = new ArrayList<>();
    Map<Integer, Double> weights = weighted ? weights(asOf) : Map.of();
    for (Response response : responses()) {
      JsonNode chosen = response.answers().path(item);
      boolean isIn =
          domain.entrySet().stream()
              .allMatch(c -> response.answers().path(c.getKey()).asText().equals(c.getValue()));
      if (response.release() <= asOf && isIn && !chosen.isMissingNode()) {
        List<String> codes = new ArrayList<>();
        if (chosen.isArray()) {
          chosen.forEach(code -> codes.add(code.asText()));
        } else {
          codes.add(chosen.asText());
        }
        answers.add(
            new ProtectionByTheBook.Answer(
                response.key(), weights.getOrDefault(response.profile(), 1.0), codes));
      }
    }
    return answers;
  }

  private static List<List<String>> domains(Dataset table, List<String> by) {
    List<List<String>> domains = List.of(List.of());
    for (String segment : by) {
      domains =
          domains.stream()
              .flatMap(domain -> table.categories(segment).stream().map(c -> with(domain, c)))
              .toList();
    }
    return domains;
  }

  private static List<String> with(List<String> list, String last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }
}
