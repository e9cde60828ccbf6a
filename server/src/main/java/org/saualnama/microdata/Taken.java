package org.saualnama.microdata;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saualnama.release.Release;
import org.saualnama.submission.Collector;
import org.saualnama.texts.Words;

/**
 * What a file of microdata is made of, before its rows are read.
 *
 * @param weights by profile; none of a collector that could not be weighted
 * @param unweighted those collectors
 */
public record Taken(
    MicrodataQuery query,
    Release release,
    Census census,
    Map<Integer, Double> weights,
    List<Collector> unweighted) {

  /** Rows, rounded: what may be told before there is a reason. */
  public long aboutRows() {
    return rounded(census.rows());
  }

  /** Rows that are alone with their segments, rounded. */
  public long aboutUnique() {
    return rounded(census.unique());
  }

  private static long rounded(long count) {
    return Math.round(count / 10.0) * 10;
  }

  /** Rows, exactly. */
  long rows() {
    return census.rows();
  }

  /** Rows that are alone with their segments, exactly. */
  long unique() {
    return census.unique();
  }

  Codebook codebook(Words words, Optional<String> notice) {
    String language = query.language();
    return new Codebook(
        query.version().code(),
        query.version().survey().title().in(language),
        language,
        release.number(),
        release.cutAt().withOffsetSameInstant(ZoneOffset.UTC).toLocalDate(),
        Variables.of(
            query.version().survey(),
            query.collectors(),
            release.number(),
            !weights.isEmpty(),
            words),
        census.rows(),
        census.unique(),
        Notes.of(query, census, unweighted, words, notice));
  }
}
