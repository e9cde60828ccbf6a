package org.saualnama.disclosure;

import java.time.LocalDate;

/**
 * What was told of a whole sample once: it stood from that release until the next such row.
 *
 * @param day of the release that it was made in
 */
public record PastRow(LocalDate day, ProtectedRow row) {}
