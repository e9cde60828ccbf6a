package org.saualnama.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.json.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads YAML, of which JSON is a part, into a tree that still knows its lines. */
final class YamlReading {
  private static final int MOST_PARTS = 100_000;
  private static final int DEEPEST = 50;
  private static final int LONGEST = 1 << 20;
  private static final int MOST_CHARACTERS = 16 * LONGEST;
  private static final PlainScalars SCALARS = new PlainScalars();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String file;
  private final List<DefinitionProblem> problems;
  private final Map<String, Integer> lines = new HashMap<>();
  private int parts;
  private long characters;

  private YamlReading(String file, List<DefinitionProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The source in {@code text}; what YAML itself forbids goes to {@code problems}. */
  static DefinitionSource of(String file, String text, List<DefinitionProblem> problems) {
    YamlReading reading = new YamlReading(file, problems);
    return new DefinitionSource(file, reading.tree(text), reading.lines);
  }

  private JsonNode tree(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LONGEST);
    options.setNestingDepthLimit(DEEPEST);
    try {
      StreamReader reader = new StreamReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
      Node root = new Composer(new ParserImpl(reader, options), SCALARS, options).getSingleNode();
      JsonNode tree = root == null ? JSON.nullNode() : tree(root, "", 0);
      if (!tree.isNull()) {
        return tree;
      }
      problem(1, "the file is empty", "write a survey, beginning with 'survey: <code>'");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problem(line, "this is no YAML: " + e.getProblem(), "mind indentation, quotes and colons");
    } catch (YAMLException e) {
      problem(1, "this is no YAML: " + e.getMessage(), "save plain text, without aliases");
    }
    return JSON.missingNode();
  }

  private JsonNode tree(Node node, String pointer, int depth) {
    if (++parts > MOST_PARTS || depth > DEEPEST) {
      throw tooMuch();
    }
    spend(pointer);
    lines.putIfAbsent(pointer, line(node));
    if (node instanceof MappingNode mapping && mapping.getTag().equals(Tag.MAP)) {
      return object(mapping, pointer, depth);
    }
    if (node instanceof SequenceNode sequence && sequence.getTag().equals(Tag.SEQ)) {
      ArrayNode array = JSON.arrayNode();
      for (Node child : sequence.getValue()) {
        array.add(tree(child, pointer + "/" + array.size(), depth + 1));
      }
      return array;
    }
    return node instanceof ScalarNode word ? scalar(word) : tagged(node);
  }

  private JsonNode scalar(ScalarNode word) {
    spend(word.getValue());
    mindText(word);
    return SCALARS.value(word).orElseGet(() -> tagged(word));
  }

  /** An escape can write what neither the database nor an answer in JSON can hold. */
  private void mindText(ScalarNode word) {
    if (!Json.isStorable(word.getValue())) {
      problem(line(word), "a zero character or half a character is written here", "remove it");
    }
  }

  /** A short alias may stand for a long text, and a place is named by all names above it. */
  private void spend(String text) {
    characters += text.length();
    if (characters > MOST_CHARACTERS) {
      throw tooMuch();
    }
  }

  private static YAMLException tooMuch() {
    return new YAMLException("its aliases repeat too much");
  }

  private ObjectNode object(MappingNode mapping, String pointer, int depth) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      int line = line(entry.getKeyNode());
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        problem(line, "a list or a map stands where a name is needed", "write a plain name");
        continue;
      }
      spend(key.getValue());
      mindText(key);
      String at = pointer + DefinitionSource.step(key.getValue());
      if (object.has(key.getValue())) {
        String message = "'" + key.getValue() + "' is there twice, first in line " + lines.get(at);
        problem(line, message, "remove or rename one of them");
        continue;
      }
      lines.put(at, line);
      object.set(key.getValue(), tree(entry.getValueNode(), at, depth + 1));
    }
    return object;
  }

  private JsonNode tagged(Node node) {
    problem(line(node), "the tag " + node.getTag() + " is not known here", "remove it");
    return JSON.nullNode();
  }

  private void problem(int line, String message, String mend) {
    problems.add(new DefinitionProblem(file, line, message, mend));
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
