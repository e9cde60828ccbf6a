package org.saualnama.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.saualnama.refusal.Refusal;

/**
 * Cuts CSV (RFC 4180: commas, quotes, CRLF or LF) into records, wherever its bytes were cut before.
 *
 * <p>By hand, for a parser that pulls would have to wait for each piece on a thread of its own.
 */
final class CsvRecords {
  /** Takes each record that is not blank. */
  interface Taker {
    /** {@code line} is where the record begins. */
    void take(long line, List<String> cells);
  }

  private enum State {
    BEFORE_CELL,
    IN_CELL,
    QUOTED,
    AFTER_QUOTE,
    AFTER_RETURN
  }

  private static final int MOST_CELLS = 5_000;

  private final LongLine cell = new LongLine();
  private final Taker taker;
  private List<String> cells = new ArrayList<>();
  private State state = State.BEFORE_CELL;
  private long position;
  private long recordBegan;
  private long line = 1;
  private long recordLine = 1;
  private boolean plain = true;

  CsvRecords(Taker taker) {
    this.taker = taker;
  }

  void read(byte[] piece) {
    for (byte b : piece) {
      read(b);
      position++;
      if (position == 3) {
        skipMark();
      }
      if (position - recordBegan > LongLine.LONGEST) {
        throw LongLine.tooLong(recordLine);
      }
    }
  }

  /** Some editors put a byte order mark in front of UTF-8. */
  private void skipMark() {
    byte[] start = cell.bytes();
    if (cell.length() == 3
        && start[0] == (byte) 0xEF
        && start[1] == (byte) 0xBB
        && start[2] == (byte) 0xBF) {
      cell.clear();
      plain = true;
      state = State.BEFORE_CELL;
    }
  }

  private void read(byte b) {
    if (b == 0) {
      throw wrong("not_text", "has a zero character: send UTF-8");
    }
    switch (state) {
      case QUOTED -> readQuoted(b);
      case AFTER_RETURN -> {
        endRecord();
        if (b != '\n') {
          read(b);
        }
      }
      case BEFORE_CELL, IN_CELL, AFTER_QUOTE -> readPlain(b);
    }
  }

  private void readQuoted(byte b) {
    if (b == '"') {
      state = State.AFTER_QUOTE;
    } else {
      line += b == '\n' ? 1 : 0;
      add(b);
    }
  }

  private void readPlain(byte b) {
    switch (b) {
      case ',' -> endCell();
      case '\n' -> endRecord();
      case '\r' -> state = State.AFTER_RETURN;
      case '"' -> {
        if (state == State.IN_CELL) {
          throw wrong("wrong_quote", "has a quote in a cell that doesn't begin with one");
        }
        if (state == State.AFTER_QUOTE) {
          add(b);
        }
        state = State.QUOTED;
      }
      default -> {
        if (state == State.AFTER_QUOTE) {
          throw wrong("wrong_quote", "has more after a closing quote: double a quote inside");
        }
        state = State.IN_CELL;
        add(b);
      }
    }
  }

  private void add(byte b) {
    plain &= b > 0;
    cell.add(b, recordLine);
  }

  private void endCell() {
    if (cells.size() == MOST_CELLS) {
      throw wrong("too_many_columns", "has more than " + MOST_CELLS + " columns");
    }
    cells.add(text());
    cell.clear();
    plain = true;
    state = State.BEFORE_CELL;
  }

  private String text() {
    if (plain) {
      return new String(cell.bytes(), 0, cell.length(), StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(cell.bytes(), 0, cell.length()))
          .toString();
    } catch (CharacterCodingException e) {
      throw wrong("not_utf8", "is not UTF-8: save the file as UTF-8");
    }
  }

  private void endRecord() {
    endCell();
    if (cells.size() > 1 || !cells.get(0).isBlank()) {
      taker.take(recordLine, cells);
    }
    cells = new ArrayList<>(cells.size());
    line++;
    recordLine = line;
    recordBegan = position;
  }

  /** The last record may lack its line end. */
  void end() {
    if (state == State.QUOTED) {
      throw wrong("wrong_quote", "begins a record with a quote that is never closed");
    }
    if (state != State.BEFORE_CELL || !cells.isEmpty()) {
      endRecord();
    }
  }

  private Refusal wrong(String code, String what) {
    return Refusal.malformed("line " + recordLine, code, "Line %d %s.".formatted(recordLine, what));
  }
}
