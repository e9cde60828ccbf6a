package org.saualnama.authoring;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.texts.Texts;

/**
 * A survey to begin with where no template fits: no question yet, but the words that every survey
 * needs, so that nobody has to invent them again.
 */
public final class Blank {
  private Blank() {}

  /**
   * Its definition.
   *
   * @param languages of the survey, the first for who asks for none
   * @param title in {@code titleLanguage}; the others are left to write
   */
  public static String definition(
      Texts texts, String code, List<String> languages, String title, String titleLanguage) {
    ObjectNode tree = tree(texts, code, languages);
    tree.withObject("/title").put(titleLanguage, title);
    return DefinitionYaml.text(tree);
  }

  /** The same without a title. */
  public static ObjectNode tree(Texts texts, String code, List<String> languages) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("survey", code);
    languages.forEach(tree.withArray("languages")::add);
    for (String language : languages) {
      tree.withObject("/title").put(language, "");
      ObjectNode consent = tree.withObject("/consent");
      consent.withObject("/text").put(language, texts.text(language, "blank.consent"));
      consent.withObject("/agree").put(language, texts.text(language, "blank.agree"));
      consent.withObject("/decline").put(language, texts.text(language, "blank.decline"));
      ObjectNode residuals = tree.withObject("/residual_options");
      for (String residual : List.of("hard_to_say", "prefer_not_to_say")) {
        residuals
            .withObject("/" + residual)
            .put(language, texts.text(language, "blank." + residual));
      }
    }
    tree.putArray("pages");
    tree.putArray("segments");
    tree.put("core", "");
    tree.putObject("disclosure_items");
    return tree;
  }
}
