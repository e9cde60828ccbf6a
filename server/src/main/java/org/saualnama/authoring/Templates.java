package org.saualnama.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.survey.DefinitionSource;
import org.saualnama.survey.Text;

/** The definitions that come with the server, for authors to start from. */
public final class Templates {
  private static final List<Template> ALL =
      List.of(read("opinion-tracking"), read("event-feedback"), read("may9-kz"));

  private Templates() {}

  public static List<Template> all() {
    return ALL;
  }

  /** The template of this code, if there is one. */
  public static Optional<Template> find(String code) {
    return ALL.stream().filter(template -> template.code().equals(code)).findFirst();
  }

  private static Template read(String code) {
    try (InputStream in = Templates.class.getResourceAsStream(code + ".yaml")) {
      String definition = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      JsonNode tree = DefinitionSource.of(code, definition).tree();
      Map<String, String> title = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> words : tree.path("title").properties()) {
        title.put(words.getKey(), words.getValue().asText());
      }
      return new Template(code, new Text(title), definition);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
