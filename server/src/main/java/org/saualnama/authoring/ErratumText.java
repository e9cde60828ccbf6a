package org.saualnama.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.Text;

/** What an author says of a release that went wrong, in all languages of its readers. */
public record ErratumText(Text text) {
  private static final int LONGEST = 4_000;

  /**
   * Reads words by language.
   *
   * @throws Refusal (malformed) if a language is missing, empty, too long or none of the survey's
   */
  static ErratumText of(List<String> languages, JsonNode sent) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String language : languages) {
      String text = sent.path(language).asText().strip();
      if (text.isEmpty() || text.length() > LONGEST || !sent.path(language).isTextual()) {
        throw Refusal.malformed(
            "text." + language, "no_text", "Write 1 to " + LONGEST + " characters.");
      }
      words.put(language, text);
    }
    if (sent.size() != languages.size()) {
      throw Refusal.malformed(
          "text", "other_language", "The survey speaks " + String.join(", ", languages) + ".");
    }
    return new ErratumText(new Text(words));
  }

  /** The number in an address; one that no release has for what is no number. */
  static int release(String number) {
    return number.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(number) : 0;
  }
}
