package org.saualnama.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.saualnama.Eventually;
import org.saualnama.GoldenInterviews;
import org.saualnama.Node;
import org.saualnama.Person;
import org.saualnama.access.Grant;
import org.saualnama.access.Role;

/**
 * A node whose surveys hold the golden microdata, imported and released as anybody's would be: one
 * weighted as the design "raked" and those made of it, one as "raked_base".
 */
final class GoldenNode implements AutoCloseable {
  static final String RAKED = "golden";
  static final String BASE = "golden-base";

  private static final int RESPONDENTS = 5_000;
  private static final String BASES = "  base: {open: 1, invited: 2.5}\n";

  private final Node node;
  private final Person steward;

  private GoldenNode(Node node) {
    this.node = node;
    this.steward = Person.of(node, "steward", Grant.global(Role.STEWARD));
  }

  /** Any node, seen through the same door. */
  static GoldenNode of(Node node) {
    return new GoldenNode(node);
  }

  /** With both surveys filled. */
  static GoldenNode start(Path folder) {
    GoldenNode golden = empty(folder);
    List.of(RAKED, BASE).forEach(golden::fill);
    return golden;
  }

  /** With both surveys, and nobody in them yet. */
  static GoldenNode empty(Path folder) {
    Path definitions = GoldenInterviews.definitions(folder);
    Path raked = definitions.resolve("golden.yaml");
    try {
      String text = Files.readString(raked);
      Files.writeString(raked, weighted(text, "raked", ""));
      Files.writeString(
          definitions.resolve("golden-base.yaml"),
          weighted(text.replace("survey: golden\n", "survey: golden-base\n"), "raked_base", BASES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(Node.start(folder, definitions, false));
  }

  /** The definition with the margins that golden/targets.json has for a design. */
  private static String weighted(String definition, String design, String base) throws IOException {
    JsonNode targets;
    try (InputStream in = GoldenNode.class.getResourceAsStream("/golden/targets.json")) {
      targets = new ObjectMapper().readTree(in);
    }
    StringBuilder weighting = new StringBuilder("weighting:\n  margins:\n");
    for (Map.Entry<String, JsonNode> margin : targets.get(design).properties()) {
      JsonNode columns = targets.get(design + "_margin_columns").get(margin.getKey());
      String segments =
          columns.isArray()
              ? columns.get(0).asText() + ", " + columns.get(1).asText()
              : columns.asText();
      weighting
          .append("    - margin: " + margin.getKey() + "\n")
          .append("      segments: [" + segments + "]\n")
          .append("      targets: |\n")
          .append("        category,share,computed,reference_date,source\n");
      for (Map.Entry<String, JsonNode> share : margin.getValue().properties()) {
        weighting
            .append("        " + share.getKey().replace("65+", "65plus") + ",")
            .append(share.getValue().asText())
            .append(",no,2026-01-01,invented for the golden files\n");
      }
    }
    weighting.append("  bounds: [0.2, 6]\n  trim: [0.3, 3]\n").append(base).append("\n");
    int from = definition.indexOf("weighting:\n");
    return definition.substring(0, from)
        + weighting
        + definition.substring(definition.indexOf("release:"));
  }

  /** Imports all microdata and waits for their release. */
  void fill(String survey) {
    GoldenInterviews interviews = new GoldenInterviews();
    GoldenInterviews.COLLECTORS.forEach(
        (source, collector) -> send(survey, collector, interviews.csv(source)));
    awaitResponses(survey, RESPONDENTS);
  }

  /** Imports a file of interviews. */
  void send(String survey, String collector, String csv) {
    HttpResponse<String> answer =
        node.send(
            steward
                .api(
                    "/api/v1/surveys/%s/submissions:import?collector=%s&ignore=id,source"
                        .formatted(survey, collector))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
    assertEquals(201, answer.statusCode(), answer::body);
  }

  /** Waits until so many are released. */
  void awaitResponses(String survey, int responses) {
    String released =
        "SELECT coalesce(max(responses), 0) FROM release WHERE survey = '" + survey + "'";
    Eventually.until(
        "all are released", () -> node.value(released).equals(Integer.toString(responses)));
  }

  Node node() {
    return node;
  }

  /** The answer to a query, the reason given. */
  HttpResponse<String> get(String survey, String query) {
    return node.send(
        request(
            survey,
            query + "&reason=" + URLEncoder.encode("comparing with R", StandardCharsets.UTF_8)));
  }

  /** A table; fails with the server's words if it is refused. */
  ExactTable table(String survey, String query) {
    HttpResponse<String> answer = get(survey, query);
    assertEquals(200, answer.statusCode(), answer::body);
    return new ExactTable(answer.body());
  }

  /** The answer to a query for which nobody gives a reason. */
  HttpResponse<String> getWithout(String survey, String query) {
    return node.send(request(survey, query));
  }

  private HttpRequest.Builder request(String survey, String query) {
    return steward.api("/api/v1/surveys/" + survey + "/analysis?" + query);
  }

  /** A table, of both collectors mixed. */
  ExactTable mixed(String survey, String query) {
    return table(survey, "collector=open,invited&mixed=yes&" + query);
  }

  @Override
  public void close() {
    node.close();
  }
}
