package org.saualnama.load;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads a real server that it starts itself, on this machine only, and prints what it found. */
@Command(
    name = "load-tests",
    description = "Measures one node beside what its PostgreSQL does by itself.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Main implements Callable<Integer> {
  private enum Stage {
    INTAKE,
    FORM,
    PEAK,
    OVERLOAD,
    RELEASE,
    GROWTH
  }

  @Option(
      names = "--stages",
      split = ",",
      description = "Some of ${COMPLETION-CANDIDATES}, in this order (all).")
  private List<Stage> stages = List.of(Stage.values());

  @Option(names = "--seconds", description = "How long each measurement takes (20).")
  private int seconds = 20;

  @Option(names = "--overload", description = "For how many seconds twice too many come (60).")
  private int overload = 60;

  @Option(names = "--connections", description = "How many connections there are (64).")
  private int connections = 64;

  @Option(
      names = "--sizes",
      split = ",",
      description = "At how many responses to measure what is read (10000,1000000,10000000).")
  private List<Integer> sizes = List.of(10_000, 1_000_000, 10_000_000);

  @Option(names = "--newcomers", description = "How many one release takes (1000000).")
  private int newcomers = 1_000_000;

  @Option(names = "--respondents", description = "Different submissions to send (26000).")
  private int respondents = 26_000;

  @Option(
      names = "--server-options",
      description = "Options of the server's JVM (${DEFAULT-VALUE}).")
  private String serverOptions = "-Xmx384m -XX:+UseParallelGC";

  @Option(names = "--survey-defs", description = "Where may9-kz is defined (survey-defs).")
  private Path surveyDefs = Path.of("survey-defs");

  public static void main(String[] arguments) {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException, TimeoutException {
    System.out.printf(
        "%s, Java %s, %d cores for server, PostgreSQL and load; %d connections, %d s each%n",
        LocalDate.now(ZoneOffset.UTC),
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        connections,
        seconds);
    Respondents people = new Respondents(surveyDefs, respondents);
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try {
      for (Stage stage : stages) {
        System.out.printf("%n%s%n", stage);
        try (House house = House.build(surveyDefs, serverOptions)) {
          run(stage, house, people, new Measuring(vertx, house, connections, each()));
        }
      }
    } finally {
      vertx.close().await();
    }
    return 0;
  }

  private Duration each() {
    return Duration.ofSeconds(seconds);
  }

  private void run(Stage stage, House house, Respondents people, Measuring measuring)
      throws IOException, SQLException, InterruptedException, TimeoutException {
    switch (stage) {
      case INTAKE -> new Intake(house, people, measuring).run();
      case FORM -> new Form(house, people, measuring).run();
      case PEAK -> new Peak(house, people, measuring).run();
      case OVERLOAD -> new Overload(house, people, measuring, Duration.ofSeconds(overload)).run();
      case RELEASE -> new Cut(house, people, measuring, newcomers).run();
      case GROWTH -> new Growth(house, people, measuring, sizes).run();
    }
  }
}
