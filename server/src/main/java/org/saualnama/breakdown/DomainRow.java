package org.saualnama.breakdown;

import java.util.Map;
import java.util.Optional;
import org.saualnama.disclosure.ProtectedRow;

/**
 * One domain of a breakdown.
 *
 * @param categories segment to category
 * @param row empty if it is withheld
 */
public record DomainRow(Map<String, String> categories, Optional<ProtectedRow> row) {}
