package org.saualnama.survey;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a folder of definitions at the start: what is wrong is told, what is right is served.
 */
public final class PgDefinitions {
  private static final Logger LOG = LoggerFactory.getLogger(PgDefinitions.class);

  private final PgSurveys surveys;

  public PgDefinitions(PgSurveys surveys) {
    this.surveys = surveys;
  }

  /** One after the other; a definition with a problem stops no other. */
  public Future<Void> publish(Path folder) {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      return Future.failedFuture(e);
    }
    Future<Void> published = Future.succeededFuture();
    for (Path file : files) {
      published = published.compose(before -> publishOne(file));
    }
    return published;
  }

  private Future<Void> publishOne(Path file) {
    Reading reading = new DefinitionReader().read(file);
    if (reading.survey().isEmpty()) {
      tell(reading.problems(), "is not served");
      return Future.succeededFuture();
    }
    Outlook.notice(reading.survey().get())
        .ifPresent(notice -> LOG.warn("{}: {}", file.getFileName(), notice));
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
