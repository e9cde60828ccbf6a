package org.saualnama.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.SurveyVersion;

/**
 * Invented people with their answers, made in advance, for the generator shares its processors with
 * what it measures; in the end they come again, as others.
 */
final class Respondents {
  /** The survey they answer. */
  static final String SURVEY = "may9-kz";

  private final SurveyVersion version;
  private final List<Map<String, Object>> submissions = new ArrayList<>();
  // Whether a key can be guessed does not matter here, only that none comes twice.
  private final SplittableRandom random = new SplittableRandom();

  /** So many of {@code may9-kz} in a folder of definitions. */
  Respondents(Path surveyDefs, int count) {
    this.version =
        new SurveyVersion(
            new DefinitionReader()
                .read(surveyDefs.resolve(SURVEY + ".yaml"))
                .survey()
                .orElseThrow(),
            1);
    for (int i = 1; i <= count; i++) {
      submissions.add(new SyntheticRespondent(version, i).submission());
    }
  }

  SurveyVersion version() {
    return version;
  }

  /** What each of them sends to the API. */
  List<Map<String, Object>> submissions() {
    return submissions;
  }

  SplittableRandom random() {
    return random;
  }
}
