package org.saualnama.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sets words in a language. A field is named as in the definition, parts of a list by their code:
 * {@code options.both.text}.
 */
final class TextEdits {
  /** Texts that a definition need not have: an empty one is better gone than empty. */
  private static final Set<String> OPTIONAL = Set.of("hint", "short");

  private static final Pattern OF_SURVEY =
      Pattern.compile(
          "title|consent\\.(text|agree|decline)|residual_options\\.[\\w-]+|disclosure_items\\.\\w+");
  private static final Pattern OF_QUESTION =
      Pattern.compile(
          "text|hint|short|scale\\.(low|high)|(options|rows)\\.[\\w-]+\\.text"
              + "|wordings\\.[\\w-]+\\.(text|options\\.[\\w-]+)");

  /** What a question has a list of. */
  private static final Set<String> LISTS = Set.of("options", "rows", "wordings");

  private TextEdits() {}

  /** A text of the survey itself, such as {@code consent.agree}. */
  static Edit ofSurvey(String field, String language, String words) {
    return tree -> set(tree, known(OF_SURVEY, field), language, words);
  }

  /** The title of a page; without words it has none. */
  static Edit ofPage(String page, String language, String words) {
    return tree -> {
      ObjectNode node = Parts.page(tree, page).node();
      set(node, List.of("title"), language, words);
      if (node.path("title").isEmpty()) {
        node.remove("title");
      }
    };
  }

  /** A text of a question or of its options. */
  static Edit ofQuestion(String question, String field, String language, String words) {
    return tree -> {
      ObjectNode node = Parts.question(tree, question).node();
      set(node, known(OF_QUESTION, field), language, words);
      if (OPTIONAL.contains(field) && node.path(field).isEmpty()) {
        node.remove(field);
      }
    };
  }

  /** The words that {@code field} of {@code owner} has in {@code language}; blank if none. */
  static String get(JsonNode owner, String field, String language) {
    JsonNode at = owner;
    for (String step : field.split("\\.", -1)) {
      at = at.isArray() ? find(at, step) : at.path(step);
    }
    return tidy(at.path(language).asText());
  }

  private static List<String> known(Pattern known, String field) {
    if (!known.matcher(field).matches()) {
      throw Wrong.field(field, "unknown_field", "There is no text '" + field + "'.");
    }
    return List.of(field.split("\\.", -1));
  }

  private static void set(ObjectNode owner, List<String> path, String language, String words) {
    JsonNode at = owner;
    for (String step : path) {
      at = at instanceof ObjectNode object ? inside(object, step) : named(at, step);
    }
    ObjectNode text = (ObjectNode) at;
    String tidy = tidy(words);
    if (tidy.isEmpty()) {
      text.remove(language);
    } else {
      text.put(language, tidy);
    }
  }

  private static JsonNode inside(ObjectNode node, String step) {
    boolean listed = LISTS.contains(step) && node.has("question");
    return listed || node.path(step).isArray() ? node.path(step) : Parts.object(node, step);
  }

  private static JsonNode named(JsonNode list, String code) {
    JsonNode found = find(list, code);
    if (found.isMissingNode()) {
      throw Wrong.gone("option", code);
    }
    return found;
  }

  private static JsonNode find(JsonNode list, String code) {
    for (JsonNode part : list) {
      if (part.path("code").asText(part.path("wording").asText()).equals(code)) {
        return part;
      }
    }
    return MissingNode.getInstance();
  }

  /** As an author means it: browsers send other line ends, and blanks at the end say nothing. */
  static String tidy(String words) {
    return words.replace("\r\n", "\n").replaceAll("(?<![ \\t])[ \\t]++(?=\\n|$)", "").strip();
  }
}
