package org.saualnama.breakdown;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.saualnama.disclosure.ManyResponses;
import org.saualnama.disclosure.PublishedRelease;
import org.saualnama.json.Json;
import org.saualnama.texts.Texts;

/**
 * What a breakdown of a million responses costs: its rows alone, and as what goes over the line.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class LookingUp {
  /** Segments with commas between them. */
  @Param({"", "region", "region,age"})
  private String by;

  private final Texts texts = new Texts();
  private PublishedRelease release;
  private BreakdownQuery query;

  /** Makes the release, and reads the query once. */
  @Setup
  public void publish() {
    ManyResponses responses = new ManyResponses(5_000);
    release = responses.published(1_000_000);
    Map<String, List<String>> parameters =
        by.isEmpty()
            ? Map.of("question", List.of("meaning"))
            : Map.of("question", List.of("meaning"), "by", List.of(by));
    query = BreakdownQuery.parse(responses.version(), parameters, release.collectors());
  }

  /** The rows alone. */
  @Benchmark
  public Breakdown rows() {
    return Breakdown.of(query, release);
  }

  /** With comparisons of all groups, notes and labels, as bytes. */
  @Benchmark
  public byte[] jsonStat() {
    return Json.write(
        new JsonStat(Breakdown.of(query, release), texts, Optional.empty()).dataset());
  }

  /** As bytes too. */
  @Benchmark
  public byte[] csv() {
    return Csv.of(Breakdown.of(query, release), Optional.empty());
  }
}
