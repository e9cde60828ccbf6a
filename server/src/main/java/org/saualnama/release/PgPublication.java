package org.saualnama.release;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import org.saualnama.survey.SurveyVersion;

/** What is made of the tallies inside the release's transaction, so that both appear together. */
@FunctionalInterface
public interface PgPublication {
  Future<Void> publish(
      SqlConnection connection, SurveyVersion version, int release, Tallies tallies);

  /** The same, and says so when it begins. */
  default PgPublication saying(Runnable begun) {
    return (connection, version, release, tallies) -> {
      begun.run();
      return publish(connection, version, release, tallies);
    };
  }

  /** Both, {@code next} after this. */
  default PgPublication then(PgPublication next) {
    return (connection, version, release, tallies) ->
        publish(connection, version, release, tallies)
            .compose(done -> next.publish(connection, version, release, tallies));
  }
}
