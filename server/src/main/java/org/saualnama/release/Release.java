package org.saualnama.release;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * An immutable published state of a survey.
 *
 * @param responses how many responses it counts, all collectors together; exact, not for the public
 * @param withdrawn whether its figures are no longer told: it was cut before disclosure control
 * @param errata what was found to be wrong with it since, oldest first
 */
public record Release(
    int number,
    int version,
    OffsetDateTime cutAt,
    long responses,
    boolean withdrawn,
    List<Erratum> errata) {
  public Release {
    errata = List.copyOf(errata);
  }

  /** As it was when it was cut, before anything was found to be wrong with it. */
  public Release withoutErrata() {
    return new Release(number, version, cutAt, responses, withdrawn, List.of());
  }
}
