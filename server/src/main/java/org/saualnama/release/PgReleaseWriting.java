package org.saualnama.release;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import org.saualnama.postgres.PgNews;
import org.saualnama.survey.SurveyVersion;

/** Writes down a release whose responses are opened, and what is published of it. */
final class PgReleaseWriting {
  private static final String INSERT =
      """
      INSERT INTO release
        (survey, release, version, newcomers, responses, form_languages, items, cells, opened_box)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;

  private final SqlConnection connection;
  private final SurveyVersion version;
  private final PgPublication publication;

  PgReleaseWriting(SqlConnection connection, SurveyVersion version, PgPublication publication) {
    this.connection = connection;
    this.version = version;
    this.publication = publication;
  }

  Future<Void> write(
      ReleaseState before, Taking taking, PgBoxOpening opening, PgProfiles profiles) {
    int release = before.next();
    return connection
        .preparedQuery(INSERT)
        .execute(row(before, taking, opening))
        .compose(done -> profiles.insertFresh(connection))
        .compose(
            done ->
                PgTallies.insert(
                    connection, version.code(), release, opening.tallies(), profiles.numbers()))
        .compose(done -> PgTallies.asOf(connection, version, release))
        .compose(all -> publication.publish(connection, version, release, all))
        .compose(done -> PgNews.tell(connection));
  }

  private Tuple row(ReleaseState before, Taking taking, PgBoxOpening opening) {
    TallyLayout layout = opening.tallies().layout();
    return Tuple.tuple()
        .addValue(version.code())
        .addValue(before.next())
        .addValue(version.number())
        .addValue(opening.opened())
        .addValue(before.responses() + opening.opened())
        .addValue(new JsonObject(Map.copyOf(opening.formLanguages())))
        .addValue(layout.items().toArray(String[]::new))
        .addValue(layout.cells().toArray(String[]::new))
        .addValue(taking == Taking.ALL);
  }
}
