package org.saualnama.conversion;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A file's languages, whatever it calls them, as those that surveys here may have. */
final class Translations {
  private static final Pattern PIPED =
      Pattern.compile("\\$\\{[^{}]{1,100}\\}|\\{[A-Za-z_][^{}\\s]{0,99}\\}");

  private final Map<String, String> known = new LinkedHashMap<>();
  private final List<String> languages;
  private final Report report;

  /**
   * The languages of a questionnaire.
   *
   * @param main the language of texts of which nothing tells it
   */
  Translations(SourceQuestionnaire source, String main, Report report) {
    this.report = report;
    String stated = LanguageName.known(source.language);
    Set<String> names = names(source);
    Set<String> unknown = new LinkedHashSet<>();
    for (String name : names) {
      boolean unnamed = name.isEmpty() || name.equalsIgnoreCase("default");
      String language = unnamed ? stated : LanguageName.known(name);
      if (unnamed && stated.isEmpty() && source.language.isEmpty()) {
        report.add("", Loss.LANGUAGE_ASSUMED, main);
        language = main;
      }
      if (language.isEmpty()) {
        unknown.add(unnamed ? source.language : name);
      } else {
        known.put(name, language);
      }
    }
    if (known.isEmpty()) {
      names.stream().findFirst().ifPresent(first -> replace(first, source.language, main));
    } else {
      unknown.forEach(name -> report.add("", Loss.LANGUAGE_LEFT_OUT, name));
    }
    languages = inOrder(stated.isEmpty() ? main : stated, main);
  }

  private void replace(String name, String stated, String main) {
    known.put(name, main);
    report.add("", Loss.LANGUAGE_REPLACED, name.isEmpty() ? stated : name, main);
  }

  private List<String> inOrder(String first, String main) {
    Set<String> found = new LinkedHashSet<>(known.values());
    List<String> order = new ArrayList<>(List.of("kk", "ru", "en"));
    order.removeIf(language -> !found.contains(language));
    if (order.remove(first)) {
      order.add(0, first);
    }
    return order.isEmpty() ? List.of(main) : List.copyOf(order);
  }

  private static Set<String> names(SourceQuestionnaire source) {
    Set<String> names = new LinkedHashSet<>(source.title.keySet());
    for (SourceGroup page : source.pages) {
      names.addAll(page.title().keySet());
      for (SourceQuestion question : page.questions()) {
        names.addAll(question.text.keySet());
        names.addAll(question.hint.keySet());
        question.options.forEach(option -> names.addAll(option.text().keySet()));
        question.rows.forEach(row -> names.addAll(row.text().keySet()));
      }
    }
    return names;
  }

  /** The survey's own, the one for who asks for none first. */
  List<String> languages() {
    return languages;
  }

  /** A text of the definition; empty if the file has no words. */
  ObjectNode text(Map<String, String> words, String where) {
    ObjectNode text = JsonNodeFactory.instance.objectNode();
    words.forEach(
        (name, raw) -> {
          String language = known.get(name);
          String plain = language == null ? "" : plain(raw, where);
          if (!plain.isEmpty() && !text.has(language)) {
            text.put(language, plain);
          }
        });
    return text;
  }

  private String plain(String raw, String where) {
    String plain = Plain.text(raw);
    if (Plain.hasMarkup(raw)) {
      report.add(where, Loss.MARKUP_REMOVED);
    }
    if (PIPED.matcher(plain).find()) {
      report.add(where, Loss.PIPING, plain);
    }
    if (plain.length() > Plain.LONGEST) {
      report.add(where, Loss.SHORTENED, Integer.toString(Plain.LONGEST));
      int end = Character.isHighSurrogate(plain.charAt(Plain.LONGEST - 1)) ? 1 : 0;
      return plain.substring(0, Plain.LONGEST - end).strip();
    }
    return plain;
  }
}
