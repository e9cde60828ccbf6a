package org.saualnama.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of reading a definition.
 *
 * @param survey the survey; empty if there is any problem
 * @param targets the population shares by the code of their margin
 * @param problems everything that is wrong, from top to bottom
 * @param source the definition as it was written
 */
public record Reading(
    Optional<Survey> survey,
    Map<String, List<Target>> targets,
    List<DefinitionProblem> problems,
    DefinitionSource source) {
  public Reading {
    targets = Map.copyOf(targets);
    problems = List.copyOf(problems);
  }
}
