package org.saualnama.results;

import java.util.List;
import java.util.function.IntPredicate;
import org.saualnama.disclosure.ProtectedRow;
import org.saualnama.disclosure.ProtectedShare;
import org.saualnama.survey.Item;
import org.saualnama.texts.Words;

/** Puts protected shares into words, with the numbers beside them that pictures are drawn from. */
final class Cells {
  private static final double UNDER = 3;
  private static final double OVER = 97;

  private final Words words;
  private final Numbers numbers;

  Cells(Words words) {
    this.words = words;
    this.numbers = new Numbers(words.language());
  }

  /**
   * The shares of one row.
   *
   * @param answers codes of the item, in the order of the table
   * @param differs by the answer's place among the item's codes
   */
  List<Table.Cell> of(Item item, List<String> answers, ProtectedRow row, IntPredicate differs) {
    return answers.stream()
        .map(code -> item.places().get(code))
        .map(place -> cell(row.shares().get(place), row.decimals(), differs.test(place)))
        .toList();
  }

  private Table.Cell cell(ProtectedShare share, int decimals, boolean differs) {
    return switch (share.status()) {
      case TOLD ->
          new Table.Cell(
              numbers.percent(share.percent(), decimals),
              numbers.range(share.low(), share.high(), decimals),
              Double.toString(share.percent()),
              Double.toString(share.low()),
              Double.toString(share.high()),
              "",
              differs);
      case UNDER -> untold("< " + numbers.percent(UNDER, 0), share);
      case OVER -> untold("> " + numbers.percent(OVER, 0), share);
      case BANDED -> untold(words.say("results.band"), share);
    };
  }

  private static Table.Cell untold(String words, ProtectedShare share) {
    return new Table.Cell(words, "", "", "", "", share.status().code(), false);
  }

  /** How many answered, after what is said of them. */
  String answered(ProtectedRow row) {
    return ". " + words.count("results.answered", row.base(), base(row));
  }

  /** How many answered. */
  String base(ProtectedRow row) {
    return numbers.count(row.base());
  }
}
