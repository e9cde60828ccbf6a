package org.saualnama.survey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/** Words shown to people, by language code. */
public record Text(@JsonValue Map<String, String> byLanguage) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Text {
    byLanguage = Definitions.inOrder(byLanguage);
  }

  /** The words in {@code language}; a checked definition has them in each of its languages. */
  public String in(String language) {
    return byLanguage.get(language);
  }
}
