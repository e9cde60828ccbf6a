package org.saualnama.manual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.saualnama.manual.Operation.Answer;
import org.saualnama.manual.Operation.Parameter;

/** The contract as people read it: operations by what they are about. */
public final class Manual {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

  /**
   * Operations under one word.
   *
   * @param about what they have in common; "" where nothing is said
   */
  public record Section(String name, String about, List<Operation> operations) {}

  private final JsonNode contract;
  private final Map<String, List<Operation>> byTag = new LinkedHashMap<>();

  private Manual(JsonNode contract) {
    this.contract = contract;
    contract.path("tags").forEach(tag -> byTag.put(tag.path("name").asText(), new ArrayList<>()));
    contract.path("paths").properties().forEach(path -> add(path.getKey(), path.getValue()));
  }

  /** Of the contract that this server has. */
  public static Manual read() {
    try (InputStream yaml = Manual.class.getResourceAsStream("/openapi.yaml")) {
      return new Manual(new YAMLMapper().readTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What holds for all. */
  public Prose about() {
    return Prose.of(contract.at("/info/description").asText());
  }

  /** In the order of the contract. */
  public List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    byTag.forEach((tag, operations) -> sections.add(new Section(tag, about(tag), operations)));
    return sections;
  }

  private String about(String tag) {
    for (JsonNode one : contract.path("tags")) {
      if (one.path("name").asText().equals(tag)) {
        return one.path("description").asText();
      }
    }
    return "";
  }

  private void add(String path, JsonNode item) {
    String server =
        item.at("/servers/0/url")
            .asText(contract.at("/servers/0/url").asText())
            .replaceFirst("/$", "");
    for (Map.Entry<String, JsonNode> member : item.properties()) {
      if (METHODS.contains(member.getKey())) {
        JsonNode operation = member.getValue();
        byTag
            .computeIfAbsent(operation.at("/tags/0").asText("contract"), tag -> new ArrayList<>())
            .add(operation(member.getKey(), server + path, item, operation));
      }
    }
  }

  private Operation operation(String method, String path, JsonNode item, JsonNode operation) {
    List<Parameter> parameters = new ArrayList<>();
    item.path("parameters").forEach(one -> parameters.add(parameter(resolved(one))));
    operation.path("parameters").forEach(one -> parameters.add(parameter(resolved(one))));
    List<Answer> answers = new ArrayList<>();
    operation
        .path("responses")
        .properties()
        .forEach(one -> answers.add(answer(one.getKey(), resolved(one.getValue()))));
    List<Example> examples = new ArrayList<>();
    operation.path("x-examples").forEach(one -> examples.add(Example.of(one)));
    return new Operation(
        operation.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        operation.path("summary").asText(),
        Prose.of(operation.path("description").asText()),
        roles(operation),
        parameters,
        answers,
        examples);
  }

  private static List<String> roles(JsonNode operation) {
    JsonNode bearer = operation.at("/security/0/bearer");
    List<String> roles = new ArrayList<>();
    bearer.forEach(role -> roles.add(role.asText()));
    return bearer.isArray() && roles.isEmpty() ? List.of("*") : roles;
  }

  private static Parameter parameter(JsonNode parameter) {
    return new Parameter(
        parameter.path("name").asText(),
        parameter.path("in").asText(),
        parameter.path("required").asBoolean(),
        Prose.of(parameter.path("description").asText()));
  }

  private static Answer answer(String status, JsonNode answer) {
    List<String> types = new ArrayList<>();
    answer.path("content").fieldNames().forEachRemaining(types::add);
    return new Answer(status, Prose.of(answer.path("description").asText()), types);
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? contract.at(node.path("$ref").asText().substring(1)) : node;
  }
}
