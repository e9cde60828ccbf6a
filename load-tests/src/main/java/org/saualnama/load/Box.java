package org.saualnama.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.saualnama.json.Json;
import org.saualnama.secret.Secret;
import org.saualnama.submission.BallotSeal;
import org.saualnama.submission.Submission;
import org.saualnama.submission.SubmissionParser;

/** Fills a ballot box faster than a server would, with what a server would have put there. */
final class Box {
  private static final int STEP = 100_000;

  private final Sql sql;
  private final BallotSeal seal;
  private final Respondents respondents;

  Box(Sql sql, Secret secret, Respondents respondents) {
    this.sql = sql;
    this.seal = new BallotSeal(secret);
    this.respondents = respondents;
  }

  /** Puts {@code count} sealed submissions in, in one transaction: one release takes them all. */
  void fill(int count) throws SQLException {
    try (Connection connection = sql.connect()) {
      CopyIn copy =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("COPY submission (survey, sealed) FROM STDIN");
      HexFormat hex = HexFormat.of();
      for (int i = 0; i < count; i++) {
        String line = Respondents.SURVEY + "\t\\\\x" + hex.formatHex(seal.seal(checked(i))) + "\n";
        byte[] bytes = line.getBytes(US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        if ((i + 1) % STEP == 0) {
          System.out.printf("  %,d sealed%n", i + 1);
        }
      }
      copy.endCopy();
    }
  }

  private Submission checked(int number) {
    var sent = respondents.submissions().get(number % respondents.submissions().size());
    return SubmissionParser.parse(Json.write(sent))
        .checkedAgainst(respondents.version())
        .submission()
        .orElseThrow();
  }

  /**
   * Makes {@code times} as many responses of those that are released, as if they had been so many
   * when they were counted. The copies' record keys are 0, so that the sums of keys stay right.
   */
  void multiply(int times) throws SQLException {
    for (int copy = 1; copy < times; copy++) {
      sql.run(
          """
          INSERT INTO response
          SELECT survey, release, profile, version, 0, answers, shown FROM response
          WHERE record_key <> 0""");
      System.out.printf("  %d times as many responses%n", copy + 1);
    }
    sql.run(
        """
        UPDATE tally SET respondents = respondents * %1$d,
          answered = ARRAY(SELECT n * %1$d FROM unnest(answered) WITH ORDINALITY AS a (n, i) ORDER BY i),
          chosen = ARRAY(SELECT n * %1$d FROM unnest(chosen) WITH ORDINALITY AS c (n, i) ORDER BY i)"""
            .formatted(times));
    // What is published never changes, but here.
    sql.run(
        "SET session_replication_role = replica; UPDATE release SET responses = responses * "
            + times);
    sql.run("VACUUM ANALYZE response, tally");
  }
}
