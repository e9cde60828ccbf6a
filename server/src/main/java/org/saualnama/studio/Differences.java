package org.saualnama.studio;

import java.util.List;
import org.saualnama.survey.Difference.Change;

/** What has changed from one version of a survey to another. */
public record Differences(
    Frame frame, String survey, String from, String to, List<Change> changes) {
  static final String TEMPLATE = "studio/differences.jte";
}
