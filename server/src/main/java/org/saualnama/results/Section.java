package org.saualnama.results;

import java.util.List;

/**
 * A question of the survey with its figures, under an address of its own.
 *
 * @param code of the question, or of a row of a grid
 * @param heading as it was asked
 * @param row the row of a grid; "" for others
 * @param notes what is to be known of it
 * @param tables the whole sample first
 */
public record Section(
    String code, String heading, String row, List<String> notes, List<Table> tables) {

  /** The table of the whole sample. */
  public Table whole() {
    return tables.get(0);
  }

  /** The others. */
  public List<Table> splits() {
    return tables.subList(1, tables.size());
  }

  /** The heading with the row that it is about. */
  public String title() {
    return row.isEmpty() ? heading : heading + " " + row;
  }

  /** For a link within the page. */
  public String anchor() {
    return "q-" + code;
  }
}
