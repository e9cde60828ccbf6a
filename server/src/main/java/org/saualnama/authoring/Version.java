package org.saualnama.authoring;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A published version, and where it came from.
 *
 * @param by who published it, or {@code server} for a file
 * @param at when; empty for those of before anybody wrote it down
 * @param definition its canonical JSON
 */
public record Version(
    int number, String by, Optional<OffsetDateTime> at, boolean fromFile, String definition) {}
