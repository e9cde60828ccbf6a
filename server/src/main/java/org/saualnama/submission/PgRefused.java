package org.saualnama.submission;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.saualnama.submission.Refused.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds up what all nodes have refused; now and then, so that no refusal costs a statement. */
public final class PgRefused {
  private static final Logger LOG = LoggerFactory.getLogger(PgRefused.class);

  private static final String ADD =
      """
      INSERT INTO refused (survey, kind, counted) VALUES ($1, $2, $3)
      ON CONFLICT (survey, kind) DO UPDATE SET counted = refused.counted + excluded.counted
      """;

  private static final String OF = "SELECT kind, counted FROM refused WHERE survey = $1";

  private static final Comparator<Kind> IN_ORDER =
      Comparator.comparing(Kind::survey).thenComparing(kind -> kind.reason().code());

  private final Pool pool;
  private final Refused here;

  public PgRefused(Pool pool, Refused here) {
    this.pool = pool;
    this.here = here;
  }

  /** Adds this node's counts to those of the others again and again. */
  public void flush(Vertx vertx, long millis) {
    vertx.setPeriodic(
        millis,
        timer -> flush().onFailure(failure -> LOG.warn("refusals can't be added up", failure)));
  }

  /** In one order, so that no two nodes wait for each other. */
  public Future<Void> flush() {
    Map<Kind, Long> taken = here.take();
    List<Tuple> rows =
        taken.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(IN_ORDER))
            .map(
                count ->
                    Tuple.of(
                        count.getKey().survey(), count.getKey().reason().code(), count.getValue()))
            .toList();
    return rows.isEmpty()
        ? Future.succeededFuture()
        : pool.preparedQuery(ADD)
            .executeBatch(rows)
            .onFailure(failure -> taken.forEach(here::add))
            .mapEmpty();
  }

  /** How many were refused so far, by kind. */
  public Future<Map<String, Long>> of(String survey) {
    return pool.preparedQuery(OF)
        .execute(Tuple.of(survey))
        .map(
            rows -> {
              Map<String, Long> counted =
                  here.of(survey).entrySet().stream()
                      .collect(
                          Collectors.toMap(
                              count -> count.getKey().code(),
                              Map.Entry::getValue,
                              Long::sum,
                              TreeMap::new));
              rows.forEach(
                  row -> counted.merge(row.getString("kind"), row.getLong("counted"), Long::sum));
              counted.values().removeIf(many -> many == 0);
              return counted;
            });
  }
}
