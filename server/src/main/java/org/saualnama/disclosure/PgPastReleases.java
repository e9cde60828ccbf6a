package org.saualnama.disclosure;

import io.vertx.core.Future;
import java.util.Optional;
import org.saualnama.refusal.Refusal;
import org.saualnama.release.PgReleases;
import org.saualnama.release.Release;
import org.saualnama.survey.PublishedSurvey;
import org.saualnama.survey.SurveyVersion;
import org.saualnama.work.Kept;
import org.saualnama.work.Turns;

/**
 * Every release by its number, so that a figure that was cited stays where it was: the newest from
 * memory, a past one from the database, of which the last few asked for are kept.
 */
public final class PgPastReleases {
  /** Of 15,000 rows each, at about a kilobyte: anybody may ask for one after another. */
  private static final int MOST_KEPT = 4;

  private final PublishedReleases newest;
  private final PgReleases releases;
  private final PgRows rows;
  private final Turns turns;
  private final Kept<String, Future<PublishedRelease>> kept = new Kept<>(MOST_KEPT);

  /**
   * One for all event loops.
   *
   * @param turns in which releases are read from the database: all its connections would be taken
   *     else by whoever asks for one after another
   */
  public PgPastReleases(PublishedReleases newest, PgReleases releases, PgRows rows, Turns turns) {
    this.newest = newest;
    this.releases = releases;
    this.rows = rows;
    this.turns = turns;
  }

  /** A release, and the version of the survey whose rules and words it follows. */
  public record Told(SurveyVersion version, PublishedRelease release) {}

  /**
   * The release of this number, or the newest.
   *
   * @return fails with a {@link Refusal} (not found) if there is no such release, or no longer
   */
  public Future<Told> of(PublishedSurvey published, Optional<Integer> number) {
    String survey = published.latest().code();
    if (number.isEmpty()) {
      return Future.succeededFuture(new Told(published.latest(), newest.newestOrRefuse(survey)));
    }
    Optional<PublishedRelease> served =
        newest.newest(survey).filter(release -> release.number() == number.get());
    return served
        .map(
            release ->
                Future.succeededFuture(
                    new Told(published.followed(release.surveyVersion()), release)))
        .orElseGet(() -> past(published, number.get()));
  }

  private Future<Told> past(PublishedSurvey published, int number) {
    String survey = published.latest().code();
    return releases
        .of(survey)
        .compose(
            all -> {
              Release release = PublishedReleases.told(all, number);
              SurveyVersion version = published.followed(release.version());
              // What was found to be wrong with it since is told with it.
              String name = survey + "\n" + number + "\n" + release.errata().size();
              Future<PublishedRelease> figures =
                  kept.of(name, () -> turns.after(() -> rows.of(version, release)));
              return figures
                  .onFailure(failure -> kept.drop(name, figures))
                  .map(loaded -> new Told(version, loaded));
            });
  }
}
