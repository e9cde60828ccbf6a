package org.saualnama.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.function.Consumer;
import org.saualnama.refusal.Refusal;
import org.saualnama.submission.SubmissionParser;

/** One JSON object a line; a line that can't be read spoils no other. */
final class NdjsonRows implements RowReader {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final int version;
  private final String language;
  private final LongLine bytes = new LongLine();
  private long line = 1;

  NdjsonRows(int version, String language) {
    this.version = version;
    this.language = language;
  }

  @Override
  public void read(byte[] piece, Consumer<SentRow> rows) {
    for (byte b : piece) {
      if (b == '\n') {
        end(rows);
        line++;
      } else {
        bytes.add(b, line);
      }
    }
  }

  @Override
  public void end(Consumer<SentRow> rows) {
    byte[] text = bytes.take();
    int from = line == 1 && startsWithMark(text) ? MARK.length : 0;
    String unmarked = new String(text, from, text.length - from, ISO_8859_1);
    if (!unmarked.isBlank()) {
      rows.accept(row(unmarked.getBytes(ISO_8859_1)));
    }
  }

  private static boolean startsWithMark(byte[] text) {
    return text.length >= MARK.length && Arrays.equals(text, 0, MARK.length, MARK, 0, MARK.length);
  }

  private SentRow row(byte[] text) {
    try {
      return SentRow.of(line, SubmissionParser.parseInterview(text, version, language));
    } catch (Refusal refusal) {
      return SentRow.unread(line, refusal.problems());
    }
  }
}
