package org.saualnama.results;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table of figures as a page shows it. Pictures of it are drawn from what stands in it.
 *
 * @param id of its figure within the page
 * @param drawings how it can be drawn, the best first
 * @param columns the answers
 * @param query what addresses of the same figures, as data or by themselves, ask for
 * @param notes what is to be known when reading it
 * @param compared whether its lines were compared, so that some can be said to differ
 */
public record Table(
    String id,
    String caption,
    List<Drawing> drawings,
    List<Column> columns,
    List<Line> lines,
    String query,
    List<String> notes,
    boolean compared) {

  /**
   * One answer.
   *
   * @param tone which colour it has, by its place in the question
   */
  public record Column(String code, String label, String tone) {}

  /**
   * One domain.
   *
   * @param group what it is part of in a table of two segments; "" in others
   * @param link where more of it is told; "" for nowhere
   * @param base how many answered, in words
   * @param place where it lies on the map
   * @param cells by column; empty where the row is withheld
   */
  public record Line(
      String label,
      String group,
      String link,
      String base,
      Optional<Tiles.Tile> place,
      List<Cell> cells) {

    public boolean isWithheld() {
      return cells.isEmpty();
    }
  }

  /**
   * One share.
   *
   * @param words what is told of it
   * @param interval from where to where; "" where there is none
   * @param value in per cent, as scripts read it; "" where it is not told
   * @param low the interval's lower end
   * @param high its upper end
   * @param status why it is not told; "" if it is
   * @param differs whether it differs from another of its column beyond uncertainty
   */
  public record Cell(
      String words,
      String interval,
      String value,
      String low,
      String high,
      String status,
      boolean differs) {}

  /** As scripts read it. */
  public String drawingCodes() {
    return drawings.stream().map(Drawing::code).collect(Collectors.joining(" "));
  }

  /** Whether each line is an answer and has one share, rather than being a domain. */
  public boolean isOfAnswers() {
    return lines.size() == 1 && lines.get(0).label().isEmpty();
  }

  /** The only line of a table of answers. */
  public Line only() {
    return lines.get(0);
  }
}
