package org.saualnama.imports;

import java.util.ArrayList;
import java.util.List;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Problem;
import org.saualnama.secret.Hmac;
import org.saualnama.submission.AnswerProblem;
import org.saualnama.submission.BallotSeal;
import org.saualnama.submission.Checked;

/**
 * One file on its way in: every row checked as any submission, and sealed. Not safe for threads,
 * but each piece may be read on another one.
 */
final class ImportReading {
  static final int MOST_PROBLEMS = 1_000;

  private final ImportOrder order;
  private final BallotSeal seal;
  private final RowReader reader;
  private final Hmac.Piecewise hash;
  private final List<Problem> problems = new ArrayList<>();
  private List<byte[]> sealed = new ArrayList<>();
  private long taken;
  private long refused;

  ImportReading(ImportOrder order, BallotSeal seal, Hmac hashes) {
    this.order = order;
    this.seal = seal;
    this.reader = order.reader();
    this.hash = hashes.beginningWith(order.survey() + "\n" + order.collector().code() + "\n");
  }

  /**
   * Reads on.
   *
   * @return what is to be stored of the rows that ended here
   * @throws Refusal (malformed) if the file can't be read any further
   */
  List<byte[]> read(byte[] piece) {
    hash.add(piece);
    reader.read(piece, this::check);
    return take();
  }

  /** The file has ended. */
  List<byte[]> end() {
    reader.end(this::check);
    if (taken + refused == 0) {
      throw Refusal.malformed("body", "no_rows", "The file has no rows.");
    }
    return take();
  }

  private List<byte[]> take() {
    List<byte[]> done = sealed;
    sealed = new ArrayList<>();
    // Nothing of this file will stay.
    return order.all() && refused > 0 ? List.of() : done;
  }

  private void check(SentRow row) {
    if (!row.problems().isEmpty()) {
      refuse(row.line(), row.problems());
      return;
    }
    if (row.interview().answers().isEmpty()) {
      refuse(row.line(), List.of(new Problem("row", "no_answer", "it answers nothing: remove it")));
      return;
    }
    Checked checked = row.interview().checkedAgainst(order.version(), order.collector());
    if (checked.submission().isEmpty()) {
      refuse(row.line(), checked.problems().stream().map(AnswerProblem::forApi).toList());
      return;
    }
    sealed.add(seal.seal(checked.submission().get()));
    taken++;
  }

  private void refuse(long line, List<Problem> why) {
    refused++;
    why.stream()
        .limit(MOST_PROBLEMS - problems.size())
        .forEach(problem -> problems.add(problem.at(line)));
  }

  ImportOrder order() {
    return order;
  }

  /** The file's keyed hash with its survey and collector, once it has ended. */
  byte[] hash() {
    return hash.end();
  }

  ImportReport report() {
    return new ImportReport(true, taken, refused, problems);
  }
}
