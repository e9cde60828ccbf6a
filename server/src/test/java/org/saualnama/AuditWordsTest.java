package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.saualnama.texts.Texts;
import org.saualnama.texts.Words;

final class AuditWordsTest {
  private static final Pattern ACT = Pattern.compile("\"([a-z_-]+\\.[a-z-]+)\"");

  @Test
  void everyActIsToldInEveryLanguage() {
    Set<String> acts = acts();
    assertTrue(acts.contains("survey.publish"), acts::toString);
    Texts texts = new Texts();
    List<String> silent = new ArrayList<>();
    for (String language : texts.languages()) {
      acts.stream()
          .filter(act -> new Words(texts, language).find("act." + act).isEmpty())
          .forEach(act -> silent.add(language + " " + act));
    }
    assertEquals(List.of(), silent);
  }

  /** What is so named where entries are made. */
  private static Set<String> acts() {
    Set<String> acts = new TreeSet<>();
    for (Source source : Source.all()) {
      String text = String.join("\n", source.lines());
      if (text.contains("new AuditEntry(")) {
        ACT.matcher(text).results().forEach(found -> acts.add(found.group(1)));
      }
    }
    return acts;
  }
}
