package org.saualnama.disclosure;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.saualnama.release.Tallies;

/**
 * What it costs to make all rows of a release of a million responses, on one thread: once in a
 * fresh process, as a server does that cuts a release a day, and again when it is warm.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Materialising {
  private MillionResponses responses;
  private Tallies tallies;

  /** Counts a million responses. */
  @Setup
  public void count() {
    responses = new MillionResponses();
    tallies = responses.tallies(MillionResponses.RESPONSES);
  }

  /** The first release, in a process that has computed nothing yet. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Fork(value = 3, jvmArgsAppend = "-XX:ActiveProcessorCount=1")
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public int cold() {
    return responses.rows(1, tallies, List.of()).size();
  }

  /** The same again and again. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @Fork(value = 1, jvmArgsAppend = "-XX:ActiveProcessorCount=1")
  @Warmup(iterations = 3, time = 3)
  @Measurement(iterations = 5, time = 3)
  public int warm() {
    return responses.rows(1, tallies, List.of()).size();
  }

  /** Beside what an earlier release told: which rows stand, and what differs by a few. */
  @State(Scope.Benchmark)
  public static class Earlier {
    private List<RowVersion> rows;

    /** Of nine in ten of the million. */
    @Setup
    public void tell() {
      MillionResponses responses = new MillionResponses();
      Tallies nine = responses.tallies(MillionResponses.RESPONSES / 10 * 9);
      rows = responses.rows(1, nine, List.of());
    }
  }

  /** A later release. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @Fork(value = 1, jvmArgsAppend = "-XX:ActiveProcessorCount=1")
  @Warmup(iterations = 3, time = 3)
  @Measurement(iterations = 5, time = 3)
  public int later(Earlier earlier) {
    return responses.rows(2, tallies, earlier.rows).size();
  }
}
