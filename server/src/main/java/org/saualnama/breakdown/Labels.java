package org.saualnama.breakdown;

import org.saualnama.submission.Collector;
import org.saualnama.survey.Item;
import org.saualnama.texts.Words;

/** What tables call things. */
public final class Labels {
  private Labels() {}

  /** The words of a grid's row, or nothing for other items. */
  public static String rowOf(Item item, String language) {
    return item.question().rows().stream()
        .filter(row -> item.code().endsWith("." + row.code()))
        .map(row -> row.text().in(language))
        .findFirst()
        .orElse("");
  }

  /** A question as it was asked, with the words of a grid's row. */
  public static String of(Item item, String language) {
    return (item.question().text().in(language) + " " + rowOf(item, language)).strip();
  }

  /** What people call a collector: its kind and, if it has one, its wave. */
  public static String collector(Collector collector, Words words) {
    String kind = words.say("collector." + collector.kind().code());
    return collector.wave().isEmpty() ? kind : kind + ", " + collector.wave();
  }

  /** Whether its codes are places: ISO 3166-2, such as KZ-75. */
  public static boolean isGeographic(Item item) {
    return item.codes().stream().anyMatch(code -> code.matches("[A-Z]{2}-[A-Z0-9]{1,3}"));
  }
}
