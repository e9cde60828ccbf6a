package org.saualnama.release;

import java.util.ArrayList;
import java.util.List;
import org.saualnama.submission.Answers;
import org.saualnama.submission.Collector;
import org.saualnama.survey.SurveyVersion;

/**
 * One combination of all segment answers and the collector.
 *
 * @param segments the category by the survey's segments in their order; null where not answered
 */
public record Profile(Collector collector, List<String> segments) {
  static Profile of(SurveyVersion version, Collector collector, Answers answers) {
    List<String> segments = new ArrayList<>();
    version.survey().segments().forEach(segment -> segments.add(answers.choice(segment)));
    return new Profile(collector, segments);
  }
}
