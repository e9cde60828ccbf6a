package org.saualnama.tables;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a table is asked for, as it was written.
 *
 * @param variables by code; those left out are as the table has it
 * @param heading codes of variables across
 * @param stub codes of variables down
 */
record Selection(Map<String, Chosen> variables, List<String> heading, List<String> stub) {
  /**
   * Of one variable.
   *
   * @param codelist the id of a grouping in whose codes the values are
   * @param values see {@link ValueCodes}
   */
  record Chosen(Optional<String> codelist, List<String> values) {}

  Selection {
    variables = Map.copyOf(variables);
    heading = List.copyOf(heading);
    stub = List.copyOf(stub);
  }
}
