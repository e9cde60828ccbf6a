package org.saualnama.conversion;

import java.util.Optional;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.texts.Texts;

/** Makes a definition of a file; takes a while for a long one. */
public final class Conversion {
  /** A file may be so long, in bytes. */
  public static final int LONGEST = 2 << 20;

  private static final int LONGEST_DEFINITION = 1 << 20;

  private final Texts texts;

  /**
   * Conversions.
   *
   * @param texts for the words that a survey here needs and the file has not
   */
  public Conversion(Texts texts) {
    this.texts = texts;
  }

  /**
   * The definition and what was lost.
   *
   * @param code of the survey; empty to take the file's
   * @param language of texts whose language nothing tells
   * @throws Refusal (malformed, too large) if the file is no questionnaire of its format
   */
  public ConvertedQuestionnaire of(
      byte[] file, Format format, Optional<String> code, String language) {
    Report report = new Report();
    SourceQuestionnaire source =
        switch (format) {
          case XLSFORM -> XlsForm.read(file, report);
          case LIMESURVEY -> LimeSurvey.read(file, report);
          case SURVEYJS -> SurveyJs.read(file, report);
        };
    source.end(report);
    if (source.pages.stream().allMatch(page -> page.questions().isEmpty())) {
      throw Refusal.malformed(
          "file", "no_questions", "The file has no question that could be carried over.");
    }
    Sketch sketch = new Sketch(source, texts, language, report);
    ConvertedQuestionnaire converted =
        new ConvertedQuestionnaire(sketch.definition(code), report.notes());
    if (DefinitionYaml.text(converted.definition()).length() > LONGEST_DEFINITION) {
      throw new Refusal(Reason.TOO_LARGE, "The questionnaire is too long for a survey here.");
    }
    return converted;
  }
}
