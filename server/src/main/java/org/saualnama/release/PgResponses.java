package org.saualnama.release;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.json.Json;
import org.saualnama.submission.Answers;
import org.saualnama.submission.Submission;
import org.saualnama.survey.AnswerType;
import org.saualnama.survey.Item;

/** Writes responses, and their texts apart from them, in bulk. */
final class PgResponses {
  private static final String INSERT =
      """
      INSERT INTO response (survey, release, profile, version, record_key, answers, shown)
      SELECT $1, $2, profile, version, record_key, answers::jsonb, shown::jsonb
      FROM unnest($3::int[], $4::int[], $5::bigint[], $6::text[], $7::text[])
        AS r (profile, version, record_key, answers, shown)
      """;

  // Beside the responses the order of texts would tell whose they are: they wait in a table of
  // their own until all are there, and are shuffled then.
  private static final String TEXT_WAITS =
      "CREATE TEMPORARY TABLE waiting_text (item text, text text) ON COMMIT DROP";

  private static final String KEEP_TEXT =
      "INSERT INTO waiting_text SELECT * FROM unnest($1::text[], $2::text[])";

  private static final String SHUFFLE_TEXT =
      """
      INSERT INTO response_text (survey, item, text)
      SELECT $1, item, text FROM waiting_text ORDER BY gen_random_uuid()
      """;

  private final String survey;
  private final int release;
  private final List<Integer> profiles = new ArrayList<>();
  private final List<Integer> versions = new ArrayList<>();
  private final List<Long> recordKeys = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final List<String> textItems = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  PgResponses(String survey, int release) {
    this.survey = survey;
    this.release = release;
  }

  Future<Void> begin(SqlConnection connection) {
    return connection.query(TEXT_WAITS).execute().mapEmpty();
  }

  void add(Submission submission, int profile, long recordKey) {
    profiles.add(profile);
    versions.add(submission.version().number());
    recordKeys.add(recordKey);
    answers.add(json(readable(submission)));
    shown.add(json(submission.shown()));
    submission
        .answers()
        .texts()
        .forEach(
            (item, text) -> {
              textItems.add(item);
              texts.add(text);
            });
  }

  /** Several choices as an array, anything else as the one value it is. */
  private static Map<String, Object> readable(Submission submission) {
    Answers answers = submission.answers();
    Map<String, Object> readable = new HashMap<>();
    for (Item item : submission.version().items().values()) {
      List<String> chosen = answers.choices().get(item.code());
      if (chosen != null) {
        boolean several = item.question().type() == AnswerType.MULTIPLE;
        readable.put(item.code(), several ? chosen : chosen.get(0));
      }
    }
    return readable;
  }

  private static String json(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }

  /** Writes what was added since the last flush. */
  Future<Void> flush(SqlConnection connection) {
    Tuple rows =
        Tuple.tuple()
            .addValue(survey)
            .addValue(release)
            .addValue(profiles.toArray(Integer[]::new))
            .addValue(versions.toArray(Integer[]::new))
            .addValue(recordKeys.toArray(Long[]::new))
            .addValue(answers.toArray(String[]::new))
            .addValue(shown.toArray(String[]::new));
    List<Future<?>> written = new ArrayList<>();
    written.add(connection.preparedQuery(INSERT).execute(rows));
    if (!texts.isEmpty()) {
      Tuple words =
          Tuple.tuple()
              .addValue(textItems.toArray(String[]::new))
              .addValue(texts.toArray(String[]::new));
      written.add(connection.preparedQuery(KEEP_TEXT).execute(words));
    }
    List.of(profiles, versions, recordKeys, answers, shown, textItems, texts).forEach(List::clear);
    return Future.all(written).mapEmpty();
  }

  Future<Void> end(SqlConnection connection) {
    return connection.preparedQuery(SHUFFLE_TEXT).execute(Tuple.of(survey)).mapEmpty();
  }
}
