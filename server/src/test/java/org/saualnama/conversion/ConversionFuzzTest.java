package org.saualnama.conversion;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.Optional;
import org.saualnama.json.Json;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.DefinitionReader;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.survey.TargetFiles;
import org.saualnama.texts.Texts;

/** Whatever is sent as a questionnaire from elsewhere is converted or refused. */
final class ConversionFuzzTest {
  private static final Conversion CONVERSION = new Conversion(new Texts());
  private static final TargetFiles NONE = TargetFiles.beside(Path.of("definition.yaml"));

  private static final String TWO_QUESTIONS =
      """
      {"pages": [{"elements": [{"type": "radiogroup", "name": "a", "choices": ["b", "c"]}]},
       {"elements": [{"type": "radiogroup", "name": "d", "choices": ["e"], "visibleIf": %s}]}]}
      """;

  @FuzzTest(maxDuration = "60s")
  void anXlsFormIsConvertedOrRefused(byte[] file) {
    convert(file, Format.XLSFORM);
  }

  @FuzzTest(maxDuration = "60s")
  void aLimeSurveyIsConvertedOrRefused(byte[] file) {
    convert(file, Format.LIMESURVEY);
  }

  @FuzzTest(maxDuration = "60s")
  void aSurveyJsIsConvertedOrRefused(byte[] file) {
    convert(file, Format.SURVEYJS);
  }

  @FuzzTest(maxDuration = "60s")
  void aConditionIsReadOrLost(byte[] condition) {
    String written = new String(Json.write(new String(condition, UTF_8)), UTF_8);
    convert(TWO_QUESTIONS.formatted(written).getBytes(UTF_8), Format.SURVEYJS);
  }

  private static void convert(byte[] file, Format format) {
    ConvertedQuestionnaire converted;
    try {
      converted = CONVERSION.of(file, format, Optional.of("lake"), "en");
    } catch (Refusal expected) {
      return;
    }
    String definition = DefinitionYaml.text(converted.definition());
    new DefinitionReader().read("definition.yaml", definition, NONE);
  }
}
