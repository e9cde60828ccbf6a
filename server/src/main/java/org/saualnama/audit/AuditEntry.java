package org.saualnama.audit;

import java.util.Map;
import java.util.Optional;

/**
 * One act worth remembering; never an answer.
 *
 * @param who the account's name, or {@code server} for what was done on its own machine
 * @param act what was done, as {@code thing.verb}: {@code survey.publish}
 * @param survey the one it was done to
 * @param detail what changed: names and differences, no secret
 */
public record AuditEntry(String who, String act, Optional<String> survey, Map<String, ?> detail) {}
