package org.saualnama.disclosure;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The form in which a published row lies in the database. */
final class PgFigureColumns {
  /** By name: a newer server may add columns while this one has statements prepared. */
  static final String NAMES =
      "release, collector, item, domain, base, effective, weighted, statuses, shares, lows, highs,"
          + " answered, key_sum";

  /** What later releases are judged by. */
  static final String JUDGED = "release, collector, item, domain, answered, key_sum";

  static final String INSERT =
      """
      INSERT INTO published_figure
        (survey, %s)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """
          .formatted(NAMES);

  private PgFigureColumns() {}

  static Tuple tuple(String survey, RowVersion version) {
    ProtectedRow row = version.row();
    return Tuple.tuple()
        .addValue(survey)
        .addValue(row.asOf())
        .addValue(row.key().collector())
        .addValue(row.key().item())
        .addValue(row.key().domain().toArray(String[]::new))
        .addValue(row.base())
        .addValue(row.effectiveSize())
        .addValue(row.weighted())
        .addValue(row.shares().stream().map(s -> s.status().code()).toArray(String[]::new))
        .addValue(told(row, ProtectedShare::tenths))
        .addValue(told(row, ProtectedShare::lowTenths))
        .addValue(told(row, ProtectedShare::highTenths))
        .addValue(version.answerers().number())
        .addValue(version.answerers().keySum());
  }

  /** Null where the share is not told. */
  private static Short[] told(ProtectedRow row, ToIntFunction<ProtectedShare> number) {
    return row.shares().stream()
        .map(share -> share.isTold() ? Short.valueOf((short) number.applyAsInt(share)) : null)
        .toArray(Short[]::new);
  }

  static RowVersion version(Row row) {
    ProtectedRow figures =
        new ProtectedRow(
            key(row),
            row.getInteger("release"),
            row.getInteger("base"),
            row.getInteger("effective"),
            row.getBoolean("weighted"),
            shares(row));
    return new RowVersion(figures, answerers(row));
  }

  /** Adds what {@link #JUDGED} has of a row: figures are asked of no past version. */
  static void judge(Row row, ToldRows told) {
    told.add(key(row), row.getInteger("release"), answerers(row));
  }

  private static Answerers answerers(Row row) {
    return new Answerers(row.getInteger("answered"), row.getLong("key_sum"));
  }

  private static RowKey key(Row row) {
    return new RowKey(
        row.getString("collector"),
        row.getString("item"),
        List.of(row.getArrayOfStrings("domain")));
  }

  private static List<ProtectedShare> shares(Row row) {
    String[] statuses = row.getArrayOfStrings("statuses");
    Short[] shares = row.getArrayOfShorts("shares");
    Short[] lows = row.getArrayOfShorts("lows");
    Short[] highs = row.getArrayOfShorts("highs");
    List<ProtectedShare> all = new ArrayList<>();
    for (int k = 0; k < statuses.length; k++) {
      ShareStatus status = ShareStatus.of(statuses[k]);
      all.add(
          shares[k] == null
              ? ProtectedShare.untold(status)
              : new ProtectedShare(status, shares[k], lows[k], highs[k]));
    }
    return all;
  }
}
