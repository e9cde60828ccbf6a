package org.saualnama.form;

import java.util.List;

/**
 * One question as a page shows it; which parts are filled depends on its type.
 *
 * @param id of the first control; what belongs to it has ids that begin with it and a colon
 * @param strict whether only chance decides what is kept, which has to be told
 * @param main whether its text is the page's heading
 * @param choices options or scale points, with residuals
 * @param value what stands in a text or number field
 * @param error null if there is none
 */
public record QuestionView(
    String id,
    String name,
    String type,
    String text,
    String hint,
    boolean required,
    boolean strict,
    boolean main,
    List<Choice> choices,
    List<Row> rows,
    String low,
    String high,
    String value,
    int longest,
    String error) {

  /**
   * One radio button or check box.
   *
   * @param apart whether a gap comes before it, as it excludes those above
   * @param residual whether it is no point of a scale
   * @param open its text field, or null
   */
  public record Choice(
      String id,
      String name,
      String value,
      String label,
      boolean checked,
      boolean apart,
      boolean residual,
      Open open) {

    boolean isBlank() {
      return !checked && (open == null || open.value().isEmpty());
    }
  }

  /** The text field of an open option. */
  public record Open(String id, String name, String value, int longest, String error) {}

  /** One row of a grid. */
  public record Row(String id, String label, List<Choice> choices, String error) {}

  /** The ids of what describes the question, or null. */
  public String describedBy() {
    String ids =
        (strict ? id + ":strict " : "")
            + (hint == null ? "" : id + ":hint ")
            + (error == null ? "" : id + ":error");
    return ids.isEmpty() ? null : ids.strip();
  }

  /** Whether nothing is chosen or typed. */
  boolean isBlank() {
    return value.isEmpty()
        && choices.stream().allMatch(Choice::isBlank)
        && rows.stream().flatMap(row -> row.choices().stream()).allMatch(Choice::isBlank);
  }

  public List<Choice> points() {
    return choices.stream().filter(choice -> !choice.residual()).toList();
  }

  public List<Choice> residuals() {
    return choices.stream().filter(Choice::residual).toList();
  }

  /** Whether the list is long enough for two columns where there is room. */
  public boolean isLong() {
    return choices.size() > 12;
  }
}
