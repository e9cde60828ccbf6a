package org.saualnama.manual;

import java.util.List;

/**
 * One thing that a program can ask for.
 *
 * @param id its name in the contract, and its place on the page
 * @param roles of which one is needed; none for anybody, "*" for any account
 */
public record Operation(
    String id,
    String method,
    String path,
    String summary,
    Prose description,
    List<String> roles,
    List<Parameter> parameters,
    List<Answer> answers,
    List<Example> examples) {

  /**
   * What goes with a request.
   *
   * @param in path, query or header
   */
  public record Parameter(String name, String in, boolean required, Prose description) {}

  /** What may come back. */
  public record Answer(String status, Prose description, List<String> types) {}
}
