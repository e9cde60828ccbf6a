package org.saualnama.release;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A survey's profiles and their numbers, with those that a release meets for the first time. */
final class PgProfiles {
  private static final String SELECT =
      "SELECT profile, collector, segments FROM profile WHERE survey = $1";

  private static final String INSERT =
      "INSERT INTO profile (survey, profile, collector, segments) VALUES ($1, $2, $3, $4)";

  private final String survey;
  private final Map<Profile, Integer> numbers = new HashMap<>();
  private final List<Tuple> fresh = new ArrayList<>();

  private PgProfiles(String survey) {
    this.survey = survey;
  }

  static Future<PgProfiles> load(SqlConnection connection, String survey) {
    PgProfiles profiles = new PgProfiles(survey);
    return connection
        .preparedQuery(SELECT)
        .execute(Tuple.of(survey))
        .map(
            rows -> {
              rows.forEach(
                  row -> profiles.numbers.put(PgTallies.profile(row), row.getInteger("profile")));
              return profiles;
            });
  }

  int number(Profile profile) {
    return numbers.computeIfAbsent(profile, this::add);
  }

  private int add(Profile profile) {
    int number = numbers.size() + 1;
    fresh.add(
        Tuple.of(
            survey, number, profile.collector().code(), profile.segments().toArray(String[]::new)));
    return number;
  }

  Map<Profile, Integer> numbers() {
    return numbers;
  }

  Future<Void> insertFresh(SqlConnection connection) {
    return fresh.isEmpty()
        ? Future.succeededFuture()
        : connection.preparedQuery(INSERT).executeBatch(fresh).mapEmpty();
  }
}
