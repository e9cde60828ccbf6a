package org.saualnama.conversion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.saualnama.survey.DefinitionYaml;
import org.saualnama.texts.Words;

/**
 * A definition made of a questionnaire, to be finished by its author.
 *
 * @param notes what could not be carried over as it was
 */
public record ConvertedQuestionnaire(ObjectNode definition, List<ConversionNote> notes) {
  public ConvertedQuestionnaire {
    notes = List.copyOf(notes);
  }

  /** As YAML that begins with the notes, so that the first revision keeps them. */
  public String yaml(Words words) {
    String report =
        notes.stream()
            .map(
                note ->
                    "# - "
                        + (note.where().isEmpty() ? "" : note.where() + ": ")
                        + note.in(words)
                        + "\n")
            .collect(Collectors.joining());
    String head = "# " + words.say("conversion.head") + "\n";
    return head + report + "\n" + DefinitionYaml.text(definition);
  }
}
