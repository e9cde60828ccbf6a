package org.saualnama.survey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Map;

/** A definition as it was written: its tree, and the line on which each part of it stands. */
public final class DefinitionSource {
  private final String file;
  private final JsonNode tree;
  private final Map<String, Integer> lines;

  DefinitionSource(String file, JsonNode tree, Map<String, Integer> lines) {
    this.file = file;
    this.tree = tree;
    this.lines = Map.copyOf(lines);
  }

  /** Reads YAML or JSON, whatever it means. */
  public static DefinitionSource of(String file, String text) {
    return YamlReading.of(file, text, new ArrayList<>());
  }

  /** The name of the file. */
  public String file() {
    return file;
  }

  /** What was written, before any check; missing where it could not be read at all. */
  public JsonNode tree() {
    return tree;
  }

  /** The line of what a JSON pointer names or, where nothing was written, of what encloses it. */
  public int line(String pointer) {
    String at = pointer;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault(at, 1);
  }

  DefinitionProblem problem(String pointer, String message, String mend) {
    return new DefinitionProblem(file, line(pointer), message, mend);
  }

  /** A name as a step of a JSON pointer (RFC 6901). */
  static String step(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
