package org.saualnama.weighting;

import org.saualnama.submission.Collector;

/**
 * A collector of a release that could not be weighted, for those who can mend it.
 *
 * @param why which margins clash and what to merge, in English and without figures
 */
public record WeighingFailure(Collector collector, Scheme scheme, String why) {}
