package org.saualnama.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import java.util.function.Consumer;

/** Reads results that may be larger than memory, some rows at a time. */
public final class Cursors {
  private static final int ROWS = 1_000;

  private Cursors() {}

  /** Hands every row to {@code reader}, in their order; needs a transaction. */
  public static Future<Void> each(Cursor cursor, Consumer<Row> reader) {
    return cursor
        .read(ROWS)
        .compose(
            rows -> {
              rows.forEach(reader);
              return cursor.hasMore() ? each(cursor, reader) : cursor.close();
            });
  }
}
