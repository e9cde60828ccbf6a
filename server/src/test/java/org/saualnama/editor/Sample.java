package org.saualnama.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.survey.Reading;

/** Definitions that the editor's tests work on. */
final class Sample {
  private static final Path RIVER = Path.of("src/test/resources/org/saualnama/survey/river.yaml");

  private Sample() {}

  /** One with every kind of part in it. */
  static ObjectNode river() {
    return tree(text(RIVER));
  }

  static ObjectNode shipped(String file) {
    return tree(text(Path.of("../survey-defs").resolve(file)));
  }

  static ObjectNode tree(String yaml) {
    return (ObjectNode) DefinitionSource.of("sample", yaml).tree();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the reader says to a tree, which goes through YAML as a draft does. */
  static Reading reading(ObjectNode tree) {
    return new DefinitionReader()
        .read("sample", DefinitionYaml.text(tree), path -> Optional.of("category,share"));
  }
}
