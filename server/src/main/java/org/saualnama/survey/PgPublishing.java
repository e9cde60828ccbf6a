package org.saualnama.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.saualnama.postgres.PgNews;

/** Adds a version to a survey, in a transaction that keeps others from doing so meanwhile. */
public final class PgPublishing {
  private static final String FOUND =
      "INSERT INTO survey (survey) VALUES ($1) ON CONFLICT DO NOTHING";

  private static final String LOCK = "SELECT state FROM survey WHERE survey = $1 FOR UPDATE";

  private static final String NEWEST =
      """
      SELECT version, definition FROM survey_version WHERE survey = $1 ORDER BY version DESC LIMIT 1
      """;

  private static final String NEWEST_OF_FILES =
      """
      SELECT definition FROM survey_version
      WHERE survey = $1 AND from_file ORDER BY version DESC LIMIT 1
      """;

  private static final String INSERT =
      """
      INSERT INTO survey_version (survey, version, definition, from_file, published_by)
      VALUES ($1, $2, $3, $4, $5)
      """;

  private static final String CLOSES = "UPDATE survey SET closes = $2 WHERE survey = $1";

  /**
   * What came of it.
   *
   * @param version the newest one there is now
   * @param before the definition of the version before it; empty for the first
   * @param added whether it was published just now
   * @param problems why not
   */
  public record Outcome(
      int version, Optional<Survey> before, boolean added, List<DefinitionProblem> problems) {}

  /** The newest version that there is. */
  private record Newest(int version, Survey survey) {}

  private final SqlConnection transaction;
  private final Reading reading;
  private final Survey next;
  private final boolean fromFile;
  private final String who;

  private PgPublishing(SqlConnection transaction, Reading reading, boolean fromFile, String who) {
    this.transaction = transaction;
    this.reading = reading;
    this.next = reading.survey().orElseThrow();
    this.fromFile = fromFile;
    this.who = who;
  }

  /** Publishes what a file says, unless files have said so before. */
  static Future<Outcome> file(SqlConnection transaction, Reading reading) {
    PgPublishing publishing = new PgPublishing(transaction, reading, true, "server");
    return publishing.query(NEWEST_OF_FILES).compose(publishing::unlessSaidBefore);
  }

  /** Publishes what {@code author} wants, unless it is the newest version already. */
  public static Future<Outcome> draft(SqlConnection transaction, Reading reading, String author) {
    return new PgPublishing(transaction, reading, false, author).publish();
  }

  private Future<Outcome> unlessSaidBefore(Optional<Row> said) {
    boolean before =
        said.map(row -> Definitions.survey(row.getString("definition")))
            .filter(survey -> !Revision.changed(survey, next))
            .isPresent();
    return before ? newest().map(newest -> unchanged(newest.orElseThrow(), List.of())) : publish();
  }

  private Future<Outcome> publish() {
    return transaction
        .preparedQuery(FOUND)
        .execute(Tuple.of(next.code()))
        .compose(found -> query(LOCK))
        .compose(locked -> newest())
        .compose(newest -> newest.isEmpty() ? add(newest) : revise(newest.get()));
  }

  private Future<Outcome> revise(Newest newest) {
    List<DefinitionProblem> problems = Revision.problems(newest.survey(), reading);
    return problems.isEmpty() && Revision.changed(newest.survey(), next)
        ? add(Optional.of(newest))
        : Future.succeededFuture(unchanged(newest, problems));
  }

  private static Outcome unchanged(Newest newest, List<DefinitionProblem> problems) {
    return new Outcome(newest.version(), Optional.of(newest.survey()), false, problems);
  }

  private Future<Outcome> add(Optional<Newest> newest) {
    int version = newest.map(Newest::version).orElse(0) + 1;
    Tuple row = Tuple.of(next.code(), version, Definitions.json(next), fromFile, who);
    return transaction
        .preparedQuery(INSERT)
        .execute(row)
        .compose(done -> schedule(newest))
        .compose(done -> PgNews.tell(transaction))
        .map(told -> new Outcome(version, newest.map(Newest::survey), true, List.of()));
  }

  /** An end that was set since stays, unless the definition itself names another one. */
  private Future<?> schedule(Optional<Newest> newest) {
    boolean same =
        newest.isPresent() && Objects.equals(newest.get().survey().closes(), next.closes());
    return same
        ? Future.succeededFuture()
        : transaction.preparedQuery(CLOSES).execute(Tuple.of(next.code(), next.closes()));
  }

  private Future<Optional<Newest>> newest() {
    return query(NEWEST)
        .map(
            found ->
                found.map(
                    row ->
                        new Newest(
                            row.getInteger("version"),
                            Definitions.survey(row.getString("definition")))));
  }

  private Future<Optional<Row>> query(String sql) {
    return transaction
        .preparedQuery(sql)
        .execute(Tuple.of(next.code()))
        .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next()));
  }
}
