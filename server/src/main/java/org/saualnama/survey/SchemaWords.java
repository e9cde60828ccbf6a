package org.saualnama.survey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A departure from the schema in an author's words, since a validator speaks to programmers.
 *
 * @param tree the whole definition
 * @param pointer the part that departs
 * @param keyword the keyword of JSON Schema that it breaks
 * @param property the name that is missing, unknown or badly spelt; null for other keywords
 */
record SchemaWords(JsonNode tree, String pointer, String keyword, String property, Rule rule) {

  /**
   * What the schema says there.
   *
   * @param place the JSON pointer of the keyword in the schema
   * @param value the keyword's value
   * @param fields the names of the fields beside it
   */
  record Rule(String place, JsonNode value, Set<String> fields) {}

  String message() {
    return Subject.of(tree, pointer)
        + switch (keyword) {
          case "required" -> " has no '" + property + "'";
          case "additionalProperties" -> " has an unknown field '" + property + "'";
          case "propertyNames" -> " has the name '" + property + "', which is no code";
          case "type" -> " is " + kind(tree.at(pointer));
          case "minItems", "minProperties" -> " has too few entries";
          case "maxItems", "maxProperties" -> " has too many entries";
          case "uniqueItems" -> " names something twice";
          case "minLength" -> " is empty";
          case "maxLength" -> " is too long";
          default -> " is " + Problems.shortened(tree.at(pointer).toString());
        };
  }

  String mend() {
    return switch (keyword) {
      case "required" -> "add it";
      case "additionalProperties" -> "remove it or use one of " + String.join(", ", rule.fields());
      case "propertyNames", "pattern" -> spelling();
      case "type" -> "write " + expected(rule.value().asText());
      case "enum" -> "use one of " + listed(rule.value());
      case "const" -> "write " + rule.value() + " or leave it out";
      case "minItems", "minProperties" -> "give at least " + rule.value();
      case "maxItems", "maxProperties" -> "give at most " + rule.value();
      case "uniqueItems" -> "keep one of them";
      case "minLength" -> "write some words or leave the field out";
      case "maxLength" -> "use at most " + rule.value() + " characters";
      case "minimum" -> "use " + rule.value() + " or more";
      case "exclusiveMinimum" -> "use more than " + rule.value();
      case "maximum" -> "use " + rule.value() + " or less";
      case "format" -> format();
      default -> "see '" + keyword + "' at " + rule.place() + " in survey.schema.json";
    };
  }

  private String format() {
    return rule.value().asText().equals("duration")
        ? "write a duration such as PT24H"
        : "write a time such as 2026-05-20T00:00:00+05:00";
  }

  private String spelling() {
    if (rule.place().contains("/targets/")) {
      return "name a CSV in the folder targets, such as targets/region.csv, or write the table itself";
    }
    String code = "1 to 40 letters a-z, digits, '-' and '_', the first a letter or digit";
    return rule.place().contains("/condition/")
        ? "name a question, or question.row, each of " + code
        : "use " + code;
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "a map";
      case ARRAY -> "a list";
      case NULL -> "empty";
      default -> node.asText() + ", " + (node.isTextual() ? "a text" : "not in quotes");
    };
  }

  private static String expected(String type) {
    return switch (type) {
      case "string" -> "a text; put it in quotes if it looks like a number";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "a list, as in [a, b]";
      default -> "a map, as in {name: value}";
    };
  }

  private static String listed(JsonNode values) {
    StringBuilder list = new StringBuilder();
    values.forEach(value -> list.append(list.isEmpty() ? "" : ", ").append(value.asText()));
    return list.toString();
  }
}
