package org.saualnama.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.saualnama.estimate.Domain;
import org.saualnama.estimate.Interval;
import org.saualnama.estimate.Mean;
import org.saualnama.estimate.RandomisedResponse;
import org.saualnama.estimate.Share;
import org.saualnama.estimate.Shares;
import org.saualnama.survey.Item;
import org.saualnama.survey.ScalePoints;

/** All metrics of one domain in one pool. */
final class Figures {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private final AnalysisQuery query;
  private final Optional<StrictFigures> strict;
  private final List<Share> shares;
  private final List<Share> fixed;
  private final Optional<Mean> mean;
  private final Optional<Mean> fixedMean;

  Figures(AnalysisQuery query, Pool pool, Domain domain) {
    this.query = query;
    this.strict =
        RandomisedResponse.of(query.item()).map(r -> new StrictFigures(r, query.interval()));
    int codes = query.item().codes().size();
    this.shares = all(Shares.of(pool.design(), pool.counts(), domain), codes);
    this.fixed =
        query.metrics().contains(Metric.SE_FIXED)
            ? all(Shares.of(pool.fixed(), pool.counts(), domain), codes)
            : List.of();
    boolean scale = query.item().question().scale() != null;
    boolean means = scale && query.metrics().stream().anyMatch(Metric::isOfScale);
    double[] points = points(query.item());
    this.mean = means ? Mean.of(pool.design(), pool.counts(), points, domain) : Optional.empty();
    this.fixedMean =
        means && query.metrics().contains(Metric.MEAN_SE_FIXED)
            ? Mean.of(pool.fixed(), pool.counts(), points, domain)
            : Optional.empty();
  }

  private static List<Share> all(Optional<Shares> shares, int codes) {
    return shares
        .map(some -> IntStream.range(0, codes).mapToObj(some::of).toList())
        .orElse(List.of());
  }

  /** NaN for what is no point of a scale, also where its code looks like a number (99). */
  private static double[] points(Item item) {
    ScalePoints scale = item.question().scale();
    return item.codes().stream()
        .mapToDouble(
            code ->
                scale != null && scale.codes().contains(code) ? Integer.parseInt(code) : Double.NaN)
        .toArray();
  }

  /** Whether anybody is in the domain and answered. */
  boolean some() {
    return !shares.isEmpty();
  }

  /**
   * One metric.
   *
   * @param option the place of a code, or one more for all who answered
   * @return empty where there is no such figure
   */
  OptionalDouble of(Metric metric, int option) {
    if (!some()) {
      return metric.isCount() ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
    boolean whole = option == query.item().codes().size();
    if (metric.isOfScale()) {
      return whole ? ofScale(metric) : OptionalDouble.empty();
    }
    Share share = shares.get(whole ? 0 : option);
    return switch (metric) {
      case N -> OptionalDouble.of((double) share.n());
      case KISH -> OptionalDouble.of(share.kish());
      default -> whole ? OptionalDouble.empty() : ofOption(metric, share, option);
    };
  }

  private OptionalDouble ofOption(Metric metric, Share share, int option) {
    if (strict.isPresent()) {
      boolean ofFixed = metric == Metric.SE_FIXED;
      return strict.get().ofOption(metric, ofFixed ? fixed.get(option) : share);
    }
    return switch (metric) {
      case SHARE -> OptionalDouble.of(share.share());
      case CHOSE -> OptionalDouble.of((double) share.chose());
      case SE -> OptionalDouble.of(share.standardError());
      case SE_FIXED -> OptionalDouble.of(fixed.get(option).standardError());
      case DEFF -> share.designEffect();
      case N_EFF -> OptionalDouble.of(share.effectiveSize());
      case CI_LOW -> bound(share).map(i -> OptionalDouble.of(i.lower())).orElse(NONE);
      case CI_HIGH -> bound(share).map(i -> OptionalDouble.of(i.upper())).orElse(NONE);
      default -> NONE;
    };
  }

  private Optional<Interval> bound(Share share) {
    return query.interval().of(share);
  }

  private OptionalDouble ofScale(Metric metric) {
    if (strict.isPresent()) {
      boolean ofFixed = metric == Metric.MEAN_SE_FIXED;
      return strict.get().ofScale(metric, ofFixed ? fixedMean : mean, points(query.item()));
    }
    return switch (metric) {
      case MEAN -> of(mean.map(Mean::mean));
      case MEAN_N -> OptionalDouble.of((double) mean.map(Mean::n).orElse(0L));
      case MEAN_SE -> of(mean.map(Mean::standardError));
      case MEAN_SE_FIXED -> of(fixedMean.map(Mean::standardError));
      case MEAN_DEFF -> of(mean.flatMap(Mean::designEffect));
      case MEDIAN -> of(mean.map(Mean::median));
      default -> NONE;
    };
  }

  private static OptionalDouble of(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(NONE);
  }
}
