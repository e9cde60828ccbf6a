package org.saualnama.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DefinitionYamlTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Path SHIPPED = Path.of("../survey-defs");

  @ParameterizedTest
  @ValueSource(strings = {"may9-kz.yaml", "event-feedback.yaml"})
  void theImportOfAnExportIsTheSameSurveyAndItsExportTheSameText(String file) {
    Reading read = new DefinitionReader().read(SHIPPED.resolve(file));
    Survey survey = read.survey().orElseThrow();
    String export = DefinitionYaml.text(Definitions.tree(Definitions.json(survey)));
    Reading again =
        new DefinitionReader().read(file, export, TargetFiles.beside(SHIPPED.resolve(file)));
    assertEquals(List.of(), again.problems());
    assertEquals(survey, again.survey().orElseThrow());
    assertEquals(export, DefinitionYaml.text(again.source().tree()));
  }

  @Property(tries = 1000)
  void anyTreeComesBackAsItWas(@ForAll long seed) {
    JsonNode tree = new Trees(new Random(seed)).object(0);
    String yaml = DefinitionYaml.text(tree);
    assertEquals(tree, DefinitionSource.of("tree", yaml).tree(), yaml);
  }

  @Property(tries = 200)
  void editsOfAShippedSurveyComeBackAsTheyWere(@ForAll long seed) throws IOException {
    JsonNode tree = tree("event-feedback.yaml");
    Random random = new Random(seed);
    Trees trees = new Trees(random);
    for (int i = 0; i < 5; i++) {
      List<ObjectNode> objects = new ArrayList<>();
      collect(tree, objects);
      ObjectNode object = objects.get(random.nextInt(objects.size()));
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      object.set(names.isEmpty() ? "text" : names.get(random.nextInt(names.size())), trees.any(1));
    }
    String yaml = DefinitionYaml.text(tree);
    assertEquals(tree, DefinitionSource.of("tree", yaml).tree(), yaml);
  }

  @Test
  void keysComeInTheOrderOfTheSchemaAndShortPartsOnOneLine() {
    JsonNode tree =
        DefinitionSource.of(
                "x",
                "title: {ru: 'Имя', en: Name}\nlanguages: [ru, en]\nnot_known: 1\nsurvey: name\n"
                    + "residual_options: {z: {en: Z}, a: {en: A}}")
            .tree();
    assertEquals(
        """
        survey: name
        languages: [ru, en]
        title: {ru: "Имя", en: Name}
        residual_options: {z: {en: Z}, a: {en: A}}
        not_known: 1
        """,
        DefinitionYaml.text(tree));
  }

  @Test
  void paragraphsStayReadable() throws IOException {
    String yaml = DefinitionYaml.text(tree("event-feedback.yaml"));
    assertTrue(yaml.contains("    en: |-\n      We would like to know"), yaml);
    assertTrue(yaml.contains("- {code: talks, text: {kk: "), yaml);
    assertFalse(yaml.contains("\\n"), yaml);
  }

  private static JsonNode tree(String file) throws IOException {
    return DefinitionSource.of(file, Files.readString(SHIPPED.resolve(file))).tree();
  }

  private static void collect(JsonNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> collect(child, objects));
  }

  /** Trees with all that is hard to write. */
  private record Trees(Random random) {
    private static final List<String> HARD =
        List.of(
            "",
            " ",
            "~",
            "null",
            "true",
            "no",
            "12",
            "-1.50",
            "1e9",
            "a: b",
            "#c",
            "- d",
            "{e}",
            "[f",
            "&g",
            "*h",
            "!i",
            "%j",
            "@k",
            "`l",
            "'m'",
            "\"n\"",
            "\\o",
            "p\tq",
            "r\ns",
            "\nt",
            "u\n",
            "v\n\n  w",
            "x \ny",
            "z\r\n",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\u00A0",
            "---",
            "...",
            "? y",
            ": z",
            "<<",
            "=",
            "😀",
            "\uFFFE",
            "\u0007",
            "Өзен",
            "2026-05-09",
            "|-",
            ">",
            "a #b",
            "line\n---\nline",
            "line\n# not a comment",
            "text",
            "question");

    String text() {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(4); i >= 0; i--) {
        text.append(HARD.get(random.nextInt(HARD.size())));
      }
      return random.nextInt(12) == 0 ? text.toString().repeat(40) : text.toString();
    }

    JsonNode any(int depth) {
      return switch (random.nextInt(depth > 5 ? 5 : 9)) {
        case 0 -> JSON.numberNode(random.nextLong() % 1_000_000);
        case 1 -> JSON.numberNode(BigDecimal.valueOf(random.nextInt(100_000), 3));
        case 2 -> JSON.booleanNode(random.nextBoolean());
        case 3 -> JSON.nullNode();
        case 4, 5 -> JSON.textNode(text());
        case 6 -> array(depth + 1);
        default -> object(depth + 1);
      };
    }

    ArrayNode array(int depth) {
      ArrayNode array = JSON.arrayNode();
      for (int i = random.nextInt(4); i > 0; i--) {
        array.add(any(depth));
      }
      return array;
    }

    ObjectNode object(int depth) {
      ObjectNode object = JSON.objectNode();
      for (int i = random.nextInt(5); i > 0; i--) {
        String name = text();
        // YAML takes no name of more than 1,024 characters as written, and an escape has six.
        object.set(name.length() > 160 ? "long" : name, any(depth));
      }
      return object;
    }
  }
}
