package org.saualnama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The contract as a client reads it, to hold answers to. */
public final class Contract {
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options");

  private final JsonNode tree;
  private final Map<String, JsonNode> operations = new TreeMap<>();
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  public Contract(String yaml) {
    try {
      tree = new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String base = tree.at("/servers/0/url").asText();
    for (Map.Entry<String, JsonNode> path : tree.path("paths").properties()) {
      // Another version of the API has its own server.
      String at = path.getValue().at("/servers/0/url").asText(base);
      for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
        if (METHODS.contains(member.getKey())) {
          operations.put(
              member.getKey().toUpperCase(Locale.ROOT)
                  + " "
                  + (at + path.getKey()).replace("//", "/"),
              member.getValue());
        }
      }
    }
  }

  /** The requests that are given as examples, each with its operation. */
  Map<JsonNode, String> requests() {
    Map<JsonNode, String> requests = new LinkedHashMap<>();
    operations.forEach(
        (name, operation) ->
            operation.path("x-examples").forEach(example -> requests.put(example, name)));
    return requests;
  }

  /** Such as {@code GET /api/v1/surveys/{survey}}. */
  Set<String> operations() {
    return new TreeSet<>(operations.keySet());
  }

  /** Who may call it: nobody in particular, "*" for any account, or these roles. */
  Set<String> security(String operation) {
    JsonNode own = operations.get(operation).path("security");
    JsonNode bearer = (own.isMissingNode() ? tree.path("security") : own).path(0).path("bearer");
    Set<String> roles = new TreeSet<>();
    bearer.forEach(role -> roles.add(role.asText()));
    return bearer.isArray() && roles.isEmpty() ? Set.of("*") : roles;
  }

  /** Operation, status and content type of each answer that is promised by its status. */
  Set<String> answers() {
    Set<String> answers = new TreeSet<>();
    operations.forEach(
        (name, operation) ->
            operation
                .path("responses")
                .properties()
                .forEach(response -> answers.addAll(answers(name, response))));
    return answers;
  }

  private List<String> answers(String operation, Map.Entry<String, JsonNode> response) {
    List<String> answers = new ArrayList<>();
    JsonNode content = resolved(response.getValue()).path("content");
    if (response.getKey().equals("default")) {
      return answers;
    }
    content
        .fieldNames()
        .forEachRemaining(type -> answers.add(operation + " " + response.getKey() + " " + type));
    return content.isMissingNode() ? List.of(operation + " " + response.getKey() + " ") : answers;
  }

  /** What is wrong with an answer to {@code operation}. */
  public List<String> problems(String operation, HttpResponse<String> response) {
    JsonNode responses = operations.get(operation).path("responses");
    String status = Integer.toString(response.statusCode());
    JsonNode promised = resolved(responses.path(responses.has(status) ? status : "default"));
    List<String> problems = new ArrayList<>(headerProblems(promised, response));
    String type = type(response);
    JsonNode content = promised.path("content");
    if (content.isMissingNode() && response.body().isEmpty()) {
      return problems;
    }
    if (!content.has(type)) {
      problems.add("has the content type '" + type + "'");
      return problems;
    }
    String instance =
        type.endsWith("json") ? response.body() : TextNode.valueOf(response.body()).toString();
    problems.addAll(problems(content.path(type).path("schema"), instance));
    return problems;
  }

  static String type(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
  }

  private List<String> headerProblems(JsonNode promised, HttpResponse<String> response) {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : promised.path("headers").properties()) {
      JsonNode header = resolved(entry.getValue());
      String value = response.headers().firstValue(entry.getKey()).orElse(null);
      if (value != null) {
        problems(header.path("schema"), TextNode.valueOf(value).toString())
            .forEach(problem -> problems.add(entry.getKey() + problem));
      } else if (header.path("required").asBoolean()) {
        problems.add("lacks the header " + entry.getKey());
      }
    }
    return problems;
  }

  /** What is wrong with {@code json} by {@code schema}, which may refer to the components. */
  List<String> problems(JsonNode schema, String json) {
    ObjectNode whole = tree.deepCopy();
    whole.retain("components");
    whole.putArray("allOf").add(schema);
    return registry
        .getSchema(whole.toString(), InputFormat.JSON)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  /** Every example of a body, each with its schema. */
  Map<JsonNode, JsonNode> examples() {
    Map<JsonNode, JsonNode> examples = new LinkedHashMap<>();
    for (JsonNode holder : tree.findParents("example")) {
      if (holder.has("schema") && !holder.has("in")) {
        examples.put(holder.path("example"), holder.path("schema"));
      }
    }
    return examples;
  }

  /** Where a member has no value, as after a comma that YAML took for the end of a sentence. */
  List<String> blanks() {
    return blanks("", tree);
  }

  private static List<String> blanks(String at, JsonNode node) {
    // The one null that is meant: a figure withheld.
    if (node.isNull() && !at.contains("/example/value")) {
      return List.of(at);
    }
    List<String> blanks = new ArrayList<>();
    node.properties()
        .forEach(member -> blanks.addAll(blanks(at + "/" + member.getKey(), member.getValue())));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      blanks.addAll(blanks(at + "/" + i, node.get(i)));
    }
    return blanks;
  }

  JsonNode schemas() {
    return tree.at("/components/schemas");
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? tree.at(node.path("$ref").asText().substring(1)) : node;
  }
}
