package org.saualnama.identity;

import java.util.UUID;

/**
 * A session of the API, begun or gone on with.
 *
 * @param refreshToken good for one use
 */
record ApiSession(UUID session, Account account, String refreshToken) {}
