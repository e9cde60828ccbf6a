package org.saualnama.load;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.saualnama.estimate.Counts;
import org.saualnama.estimate.Design;
import org.saualnama.estimate.Domain;
import org.saualnama.estimate.Independence;
import org.saualnama.estimate.Interval;
import org.saualnama.estimate.IntervalMethod;
import org.saualnama.estimate.JointCounts;
import org.saualnama.estimate.Share;
import org.saualnama.estimate.Shares;
import org.saualnama.weighting.BoundedCalibration;
import org.saualnama.weighting.MarginShares;
import org.saualnama.weighting.Raking;
import org.saualnama.weighting.Sample;
import org.saualnama.weighting.TargetTotals;

/**
 * What weights and exact figures cost at 5,000 profiles: invented, the same in each run. Single
 * calls are timed, so that their median stands also where neighbours take the processor now and
 * then.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
public class Kernels {
  private static final int PROFILES = 5_000;
  private static final int REGIONS = 20;
  private static final int OPTIONS = 5;

  private final Random random = new Random(9);
  private final Sample sample = Sample.of(random.ints(PROFILES, 1, 4).toArray());
  private final int[] regionOf = random.ints(PROFILES, 0, REGIONS).toArray();
  private final List<TargetTotals> margins =
      Stream.concat(
              Stream.of(margin(REGIONS, regionOf)),
              Stream.of(6, 2, 3, 5)
                  .map(levels -> margin(levels, random.ints(PROFILES, 0, levels).toArray())))
          .toList();
  private final Counts counts = counts();
  private final double[] weights = Raking.weigh(sample, margins);
  private final Design design = Design.calibrated(sample, weights, margins);

  /** The population is up to a third off the sample, as those of polls are. */
  private TargetTotals margin(int levels, int[] levelOf) {
    double[] shares = new double[levels];
    for (int g = 0; g < PROFILES; g++) {
      shares[levelOf[g]] += sample.count(g);
    }
    for (int level = 0; level < levels; level++) {
      shares[level] *= 0.7 + 0.6 * random.nextDouble();
    }
    List<String> names = IntStream.range(0, levels).mapToObj(Integer::toString).toList();
    return TargetTotals.of(sample, new MarginShares("of " + levels, names, shares, levelOf));
  }

  /** Nearly all answered. */
  private Counts counts() {
    int[] answered = new int[PROFILES];
    int[][] chosen = new int[OPTIONS][PROFILES];
    for (int g = 0; g < PROFILES; g++) {
      for (int person = 0; person < sample.count(g); person++) {
        if (random.nextInt(20) > 0) {
          answered[g]++;
          chosen[random.nextInt(OPTIONS)][g]++;
        }
      }
    }
    return new Counts(answered, chosen);
  }

  /** Raking on 5 margins. */
  @Benchmark
  public double[] raking() {
    return Raking.weigh(sample, margins);
  }

  /** Bounded calibration on the same. */
  @Benchmark
  public double[] calibration() {
    return BoundedCalibration.weigh(sample, margins, 0.2, 5);
  }

  /** What all figures of a release share. */
  @Benchmark
  public Design design() {
    return Design.calibrated(sample, weights, margins);
  }

  /** One question of 5 options by 20 regions: shares, standard errors, intervals. */
  @Benchmark
  public List<Optional<Interval>> breakdown() {
    return IntStream.range(0, REGIONS).boxed().flatMap(this::region).toList();
  }

  private Stream<Optional<Interval>> region(int region) {
    Domain domain = g -> regionOf[g] == region;
    Shares shares = Shares.of(design, counts, domain).orElseThrow();
    Stream<Share> options = IntStream.range(0, OPTIONS).mapToObj(shares::of);
    return options.map(IntervalMethod.DEFAULT::of);
  }

  /** Whether the question and the regions are independent. */
  @Benchmark
  public Optional<Independence> independence() {
    return Independence.test(design, JointCounts.of(counts, REGIONS, regionOf));
  }
}
