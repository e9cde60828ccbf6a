package org.saualnama.breakdown;

import org.saualnama.survey.Item;

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

  /** Whether its codes are places: ISO 3166-2, such as KZ-75. */
  static boolean isGeographic(Item item) {
    return item.codes().stream().anyMatch(code -> code.matches("[A-Z]{2}-[A-Z0-9]{1,3}"));
  }
}
