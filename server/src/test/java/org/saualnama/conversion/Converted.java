package org.saualnama.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.saualnama.authoring.DraftCheck;
import org.saualnama.survey.DefinitionProblem;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.survey.TargetFiles;
import org.saualnama.texts.Texts;

/** A file converted for an author who reads Russian, and what there is to say of it. */
final class Converted {
  static final Texts TEXTS = new Texts();

  private Converted() {}

  static ConvertedQuestionnaire of(byte[] file, Format format) {
    return new Conversion(TEXTS).of(file, format, Optional.empty(), "ru");
  }

  static JsonNode question(ConvertedQuestionnaire converted, String code) {
    for (JsonNode page : converted.definition().path("pages")) {
      for (JsonNode question : page.path("questions")) {
        if (question.path("question").asText().equals(code)) {
          return question;
        }
      }
    }
    throw new AssertionError("no question " + code + " in " + converted.definition());
  }

  static List<String> notes(ConvertedQuestionnaire converted, Loss loss) {
    return converted.notes().stream()
        .filter(note -> note.loss() == loss)
        .map(note -> note.where() + ": " + loss.code() + " " + note.values())
        .toList();
  }

  /** What keeps the draft from being published. */
  static List<String> problems(ConvertedQuestionnaire converted) {
    DraftCheck check = new DraftCheck(TargetFiles.beside(Path.of("none", "definition.yaml")));
    return check.read(DefinitionYaml.text(converted.definition())).problems().stream()
        .map(DefinitionProblem::message)
        .toList();
  }
}
