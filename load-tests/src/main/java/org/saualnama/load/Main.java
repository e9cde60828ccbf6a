package org.saualnama.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads a real server that it starts itself, on this machine only, and prints what it found. */
@Command(
    name = "load-tests",
    description = "Measures one node: submissions a second, and what a breakdown costs.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Main implements Callable<Integer> {
  private static final String LINE = "%-44s %10s %9s %9s  %s%n";

  @Option(names = "--seconds", description = "How long each measurement takes (20).")
  private int seconds = 20;

  @Option(names = "--connections", description = "How many clients send at once (64).")
  private int connections = 64;

  @Option(names = "--small", description = "Responses at the first breakdowns (10000).")
  private int small = 10_000;

  @Option(names = "--large", description = "Responses at the last breakdowns (1000000).")
  private int large = 1_000_000;

  @Option(names = "--respondents", description = "Different submissions to send (20000).")
  private int respondents = 20_000;

  @Option(names = "--server-options", description = "Options of the server's JVM (-Xmx1g).")
  private String serverOptions = "-Xmx1g";

  @Option(names = "--survey-defs", description = "Where may9-kz is defined (survey-defs).")
  private Path surveyDefs = Path.of("survey-defs");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, TimeoutException {
    Requests requests = Requests.prepare(surveyDefs, respondents);
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    tellWhere();
    try {
      intake(vertx, requests);
      growth(vertx, requests);
    } finally {
      vertx.close().await();
    }
    return 0;
  }

  /** As in real use, where a release comes once a day. */
  private void intake(Vertx vertx, Requests requests) throws IOException, TimeoutException {
    try (Server server = Server.start(surveyDefs, serverOptions, 0)) {
      Load load = new Load(vertx, server.port(), connections);
      measure(load, "submissions", requests::submission);
    }
  }

  /** A demonstration's releases come all the time: that makes few responses many soon. */
  private void growth(Vertx vertx, Requests requests)
      throws IOException, InterruptedException, TimeoutException {
    try (Server server = Server.start(surveyDefs, serverOptions, 1)) {
      Load load = new Load(vertx, server.port(), connections);
      load.run(requests::submission, small);
      server.awaitReleaseOf(small);
      breakdowns(load, small);
      Duration took = load.run(requests::submission, large - small).duration();
      System.out.printf("%,d more, amid releases: %d s; ", large - small, took.toSeconds());
      System.out.printf("all released %d s later%n", server.awaitReleaseOf(large).toSeconds());
      breakdowns(load, large);
    }
  }

  private void tellWhere() {
    System.out.printf(
        "%s, Java %s, %d cores for server, PostgreSQL and load; %d connections, %d s each%n",
        LocalDate.now(ZoneOffset.UTC),
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        connections,
        seconds);
    System.out.printf(LINE, "", "per second", "p50 ms", "p99 ms", "answers by status");
  }

  private void breakdowns(Load load, int responses) throws TimeoutException {
    for (String by : new String[] {"region", "age"}) {
      String name = "breakdown by %s of %,d".formatted(by, responses);
      measure(load, name, () -> Requests.breakdown(by));
    }
  }

  /** As long again at first, which is not measured, lets the compilers settle. */
  private void measure(Load load, String name, Supplier<Buffer> requests) throws TimeoutException {
    load.run(requests, Duration.ofSeconds(seconds));
    Load.Result result = load.run(requests, Duration.ofSeconds(seconds));
    System.out.printf(
        LINE,
        name,
        "%,.0f".formatted(result.perSecond()),
        "%.2f".formatted(result.latencies().millisAt(0.5)),
        "%.2f".formatted(result.latencies().millisAt(0.99)),
        result.byStatus());
  }
}
