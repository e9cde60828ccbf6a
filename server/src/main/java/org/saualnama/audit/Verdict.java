package org.saualnama.audit;

import java.util.Optional;

/**
 * Whether the chain holds.
 *
 * @param entries how many entries hold, from the first on
 * @param head the SHA-256 of the last of them
 * @param broken the first broken link, in words
 */
public record Verdict(long entries, String head, Optional<String> broken) {}
