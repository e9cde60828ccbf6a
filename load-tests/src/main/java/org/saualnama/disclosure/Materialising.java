package org.saualnama.disclosure;

import java.util.List;
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
import org.saualnama.release.Tallies;

/**
 * What it costs to weigh a release and make all its rows, on one thread: once in a fresh process,
 * as a server does that cuts a release a day, and again when it is warm. Counting is not in it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {Materialising.ONE_CORE, Materialising.HEAP})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class Materialising {
  static final String ONE_CORE = "-XX:ActiveProcessorCount=1";
  static final String HEAP = "-Xmx4g";

  /** How many profiles the responses are of. */
  @Param({"5000", "50000"})
  private int profiles;

  /** How many responses there are. */
  @Param({"1000000", "10000000"})
  private int responses;

  private ManyResponses people;
  private Tallies tallies;
  private double[] weights;

  /** Counts all responses. */
  @Setup
  public void count() {
    people = new ManyResponses(profiles);
    tallies = people.tallies(responses);
    weights = people.weights(tallies);
  }

  /** The first release, in a process that has made no rows yet. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Fork(
      value = 3,
      jvmArgsAppend = {ONE_CORE, HEAP})
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public int cold() {
    return people.rows(1, tallies, people.weights(tallies), List.of()).size();
  }

  /** Weights alone. */
  @Benchmark
  public double[] weighing() {
    return people.weights(tallies);
  }

  /** Rows alone. */
  @Benchmark
  public int warm() {
    return people.rows(1, tallies, weights, List.of()).size();
  }

  /** Rows beside what a release of nine in ten of them told: which stand, what differs by a few. */
  @Benchmark
  public int later(Earlier earlier) {
    return people.rows(2, tallies, weights, earlier.rows).size();
  }

  /** What an earlier release told. */
  @State(Scope.Benchmark)
  public static class Earlier {
    private List<RowVersion> rows;

    /** Of nine in ten. */
    @Setup
    public void tell(Materialising now) {
      Tallies nine = now.people.tallies(now.responses / 10 * 9);
      rows = now.people.rows(1, nine, now.people.weights(nine), List.of());
    }
  }
}
