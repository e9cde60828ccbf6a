package org.saualnama.release;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saualnama.submission.BallotFormat;
import org.saualnama.submission.BallotSeal;
import org.saualnama.submission.Submission;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyVersion;

/**
 * Opens what waits for a release of one survey, in the ballot box or imported, into responses and
 * tallies, within one transaction.
 */
final class PgBoxOpening {
  private static final int ROWS = 2_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  // What is deleted is what this statement saw, so nothing is counted twice or missed. The order is
  // from PostgreSQL's strong random source: sorting there needs no memory here.
  private static final String TAKE =
      """
      WITH boxed AS (
        DELETE FROM submission WHERE survey = $1 AND $2 RETURNING sealed
      ), brought AS (
        DELETE FROM imported WHERE survey = $1 RETURNING sealed
      ), taken AS (
        SELECT sealed, true AS boxed FROM boxed UNION ALL SELECT sealed, false FROM brought
      )
      SELECT sealed, boxed FROM taken ORDER BY gen_random_uuid()
      """;

  private static final String SET_ASIDE =
      """
      INSERT INTO set_aside (survey, release, reason, sealed)
      SELECT $1, $2, reason, sealed FROM unnest($3::text[], $4::bytea[]) AS s (reason, sealed)
      """;

  private final SqlConnection connection;
  private final PublishedSurvey survey;
  private final int release;
  private final BallotSeal seal;
  private final PgProfiles profiles;
  private final PgResponses responses;
  private final Tallies tallies;
  private final Map<String, Integer> formLanguages = new TreeMap<>();
  private final List<Buffer> unopened = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  // A field, for whatever a step of so long a chain captures stays in memory until its end.
  private Future<RowSet<Row>> coming;
  private int opened;
  private int openedOfBox;

  PgBoxOpening(
      SqlConnection connection,
      PublishedSurvey survey,
      int release,
      BallotSeal seal,
      PgProfiles profiles) {
    this.connection = connection;
    this.survey = survey;
    this.release = release;
    this.seal = seal;
    this.profiles = profiles;
    this.responses = new PgResponses(survey.latest().code(), release);
    this.tallies = new Tallies(TallyLayout.of(survey.latest()));
  }

  /** Opens the imported ones, and the ballot box where {@code taking} says so. */
  Future<Void> run(Taking taking) {
    String code = survey.latest().code();
    return responses
        .begin(connection)
        .compose(begun -> connection.prepare(TAKE))
        .map(take -> take.cursor(Tuple.of(code, taking == Taking.ALL)))
        .compose(
            cursor -> {
              coming = cursor.read(ROWS);
              return openAll(cursor);
            })
        .compose(done -> responses.end(connection))
        .compose(
            done ->
                unopened.isEmpty()
                    ? Future.succeededFuture()
                    : connection
                        .preparedQuery(SET_ASIDE)
                        .execute(
                            Tuple.tuple()
                                .addValue(code)
                                .addValue(release)
                                .addValue(reasons.toArray(String[]::new))
                                .addValue(unopened.toArray(Buffer[]::new)))
                        .mapEmpty());
  }

  private Future<Void> openAll(Cursor cursor) {
    return coming
        .compose(
            rows -> {
              // PostgreSQL fetches what comes next while this is opened, and writes it after that.
              coming = cursor.hasMore() ? cursor.read(ROWS) : null;
              rows.forEach(this::open);
              return responses.flush(connection);
            })
        .compose(written -> coming == null ? cursor.close() : openAll(cursor));
  }

  private void open(Row row) {
    Buffer sealed = row.getBuffer("sealed");
    Optional<byte[]> packed = seal.open(survey.latest().code(), sealed.getBytes());
    Optional<Submission> found = packed.flatMap(p -> BallotFormat.unpack(p, this::version));
    if (found.isPresent()) {
      count(found.get(), row.getBoolean("boxed"));
    } else {
      unopened.add(sealed);
      reasons.add(packed.isEmpty() ? "it can not be opened" : "it can not be understood");
    }
  }

  private void count(Submission submission, boolean boxed) {
    Profile profile =
        Profile.of(submission.version(), submission.collector(), submission.answers());
    long recordKey = RANDOM.nextLong();
    tallies.add(profile, submission.answers(), recordKey);
    responses.add(submission, profiles.number(profile), recordKey);
    formLanguages.merge(submission.language(), 1, Integer::sum);
    opened++;
    openedOfBox += boxed ? 1 : 0;
  }

  // Another node may have published a version that this one has not heard of yet: that is a reason
  // to try again later, not to set an answer aside.
  private SurveyVersion version(int number) {
    return survey
        .version(number)
        .orElseThrow(
            () -> new IllegalStateException("version " + number + " is not known here yet"));
  }

  /** How many were opened and counted. */
  int opened() {
    return opened;
  }

  /** How many of them had been in the ballot box. */
  int openedOfBox() {
    return openedOfBox;
  }

  /** How many were set aside. */
  int setAside() {
    return unopened.size();
  }

  /** What they add to the tallies. */
  Tallies tallies() {
    return tallies;
  }

  /** How many used the form in which language. */
  Map<String, Integer> formLanguages() {
    return formLanguages;
  }
}
