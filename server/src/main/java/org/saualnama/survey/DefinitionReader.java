package org.saualnama.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads definitions: first their YAML, then their shape, then their meaning. */
public final class DefinitionReader {
  private static final List<Draft.Rule> RULES =
      List.of(
          Sizes::check,
          Languages::check,
          UniqueCodes::check,
          NamedOptions::check,
          PartsByType::check,
          Conditions::check,
          StrictQuestions::check,
          Reachability::check,
          Segments::check,
          Groupings::check,
          Margins::check,
          Policies::check,
          VotingRules::check);

  /** Reads a file, with the targets beside it. */
  public Reading read(Path file) {
    String name = file.getFileName().toString();
    try {
      return read(name, Files.readString(file), TargetFiles.beside(file));
    } catch (IOException e) {
      DefinitionSource none = YamlReading.of(name, "", new ArrayList<>());
      String mend = "save it as UTF-8 text that the server may read";
      return failed(none, List.of(none.problem("", "the file can't be read", mend)));
    }
  }

  /** Reads a text, by the name its problems will carry. */
  public Reading read(String file, String text, TargetFiles files) {
    List<DefinitionProblem> unreadable = new ArrayList<>();
    DefinitionSource source = YamlReading.of(file, text, unreadable);
    if (source.tree().isMissingNode()) {
      return failed(source, unreadable);
    }
    Problems problems = new Problems(source);
    unreadable.forEach(problems::add);
    Optional<Survey> survey =
        DefinitionSchema.holds(source, problems)
            ? map(source, source.tree(), problems)
            : Optional.empty();
    Map<String, List<Target>> targets = new HashMap<>();
    survey
        .map(shaped -> Draft.of(shaped, source, files))
        .ifPresent(
            draft -> {
              RULES.forEach(rule -> rule.check(draft, problems));
              targets.putAll(Targets.of(draft, problems));
            });
    List<DefinitionProblem> found = problems.inOrder();
    return found.isEmpty()
        ? new Reading(whole(source, files, problems), targets, found, source)
        : failed(source, found);
  }

  private static Optional<Survey> whole(
      DefinitionSource source, TargetFiles files, Problems problems) {
    return map(source, Targets.inlined(source.tree(), files), problems);
  }

  private static Optional<Survey> map(DefinitionSource source, JsonNode tree, Problems problems) {
    try {
      return Optional.of(Definitions.MAPPER.treeToValue(tree, Survey.class));
    } catch (JsonMappingException e) {
      String pointer =
          e.getPath().stream()
              .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
              .map(DefinitionSource::step)
              .collect(Collectors.joining());
      String subject = Subject.of(source.tree(), pointer);
      problems.at(pointer, subject + " can't be read", e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      problems.at("", "the definition can't be read", e.getOriginalMessage());
    }
    return Optional.empty();
  }

  private static Reading failed(DefinitionSource source, List<DefinitionProblem> problems) {
    return new Reading(Optional.empty(), Map.of(), problems, source);
  }
}
