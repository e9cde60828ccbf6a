package org.saualnama.identity;

import java.util.Optional;
import java.util.UUID;
import org.saualnama.access.Caller;

/**
 * Somebody who has shown what opens a door.
 *
 * @param session empty for a key, and for a token of an outside provider
 */
record Signed(Caller caller, Optional<UUID> session) {}
