package org.saualnama.survey;

import io.vertx.core.Future;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes definitions at the start: what is wrong is told, what is right is served. */
public final class PgDefinitions {
  private static final Logger LOG = LoggerFactory.getLogger(PgDefinitions.class);

  private final PgSurveys surveys;

  public PgDefinitions(PgSurveys surveys) {
    this.surveys = surveys;
  }

  /** One after the other; a definition with a problem stops no other. */
  public Future<Void> publish(List<Reading> readings) {
    Future<Void> published = Future.succeededFuture();
    for (Reading reading : readings) {
      published = published.compose(before -> publish(reading));
    }
    return published;
  }

  private Future<Void> publish(Reading reading) {
    if (reading.survey().isEmpty()) {
      tell(reading.problems(), "is not served");
      return Future.succeededFuture();
    }
    Outlook.notice(reading.survey().get())
        .ifPresent(notice -> LOG.warn("{}: {}", reading.source().file(), notice));
    return surveys
        .publish(reading)
        .map(
            problems -> {
              tell(problems, "is no new version; the published one is served");
              return null;
            });
  }

  private static void tell(List<DefinitionProblem> problems, String consequence) {
    problems.forEach(problem -> LOG.error("{}", problem));
    if (!problems.isEmpty()) {
      LOG.error("{} {}", problems.get(0).file(), consequence);
    }
  }
}
