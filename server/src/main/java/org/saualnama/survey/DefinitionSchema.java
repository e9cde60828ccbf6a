package org.saualnama.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The shape of a definition, by the same JSON Schema that authors have in their editors. */
final class DefinitionSchema {
  private static final JsonNode TREE = load();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              registry ->
                  registry.schemaRegistryConfig(
                      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()))
          .getSchema(TREE.toString(), InputFormat.JSON);

  private DefinitionSchema() {}

  /** Whether the definition has the right shape; every departure from it goes to the problems. */
  static boolean holds(DefinitionSource source, Problems problems) {
    List<Error> errors = SCHEMA.validate(source.tree().toString(), InputFormat.JSON);
    for (Error error : errors) {
      String fragment = error.getSchemaLocation().getFragment().toString();
      String pointer = error.getInstanceLocation().toString();
      SchemaWords words =
          new SchemaWords(
              source.tree(), pointer, error.getKeyword(), error.getProperty(), knownTo(fragment));
      String at = pointer;
      if (error.getProperty() != null) {
        at += DefinitionSource.step(error.getProperty());
      }
      problems.at(at, words.message(), words.mend());
    }
    return errors.isEmpty();
  }

  /** The whole rule. */
  static JsonNode tree() {
    return TREE;
  }

  /** What {@code rule} says itself or, where it only points elsewhere, what stands there. */
  static JsonNode resolved(JsonNode rule) {
    return rule.has("$ref") ? TREE.at(rule.get("$ref").textValue().substring(1)) : rule;
  }

  /** The languages a text can have. */
  static Set<String> languages() {
    return names(TREE.at("/$defs/text/properties"));
  }

  private static SchemaWords.Rule knownTo(String fragment) {
    JsonNode parent = TREE.at(fragment.substring(0, fragment.lastIndexOf('/')));
    return new SchemaWords.Rule(fragment, TREE.at(fragment), names(parent.path("properties")));
  }

  private static Set<String> names(JsonNode properties) {
    Set<String> names = new LinkedHashSet<>();
    for (Iterator<String> each = properties.fieldNames(); each.hasNext(); ) {
      names.add(each.next());
    }
    return names;
  }

  private static JsonNode load() {
    try (InputStream in = DefinitionSchema.class.getResourceAsStream("survey.schema.json")) {
      return Definitions.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
