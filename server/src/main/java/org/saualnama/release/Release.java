package org.saualnama.release;

import java.time.OffsetDateTime;

/**
 * An immutable published state of a survey.
 *
 * @param responses how many responses it counts, all collectors together; exact, not for the public
 */
public record Release(int number, int version, OffsetDateTime cutAt, long responses) {}
