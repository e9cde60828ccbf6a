package org.saualnama.imports;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Stores sealed interviews in the transaction of their import. */
final class PgImportedRows {
  private static final String INSERT =
      "INSERT INTO imported (survey, sealed) SELECT $1, sealed FROM unnest($2::bytea[]) AS s (sealed)";

  private final SqlConnection transaction;
  private final String survey;
  private Future<Void> underway = Future.succeededFuture();

  PgImportedRows(SqlConnection transaction, String survey) {
    this.transaction = transaction;
    this.survey = survey;
  }

  /** Goes on once those before are stored, so that the next can be read meanwhile. */
  Future<Void> add(List<byte[]> sealed) {
    return underway.map(
        stored -> {
          if (!sealed.isEmpty()) {
            underway = insert(sealed);
          }
          return null;
        });
  }

  private Future<Void> insert(List<byte[]> sealed) {
    Buffer[] rows = sealed.stream().map(Buffer::buffer).toArray(Buffer[]::new);
    return transaction
        .preparedQuery(INSERT)
        .execute(Tuple.tuple().addValue(survey).addValue(rows))
        .mapEmpty();
  }

  /** All that was added is stored. */
  Future<Void> end() {
    return underway;
  }
}
