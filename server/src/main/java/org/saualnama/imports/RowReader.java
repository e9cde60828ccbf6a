package org.saualnama.imports;

import java.util.function.Consumer;
import org.saualnama.refusal.Refusal;

/** Reads a file of interviews piece by piece, wherever the pieces were cut. */
interface RowReader {
  /**
   * Reads on.
   *
   * @throws Refusal (malformed) if the file can't be read any further
   */
  void read(byte[] piece, Consumer<SentRow> rows);

  /** The file has ended; a last line may lack its end. */
  void end(Consumer<SentRow> rows);
}
