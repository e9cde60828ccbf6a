package org.saualnama.postgres;

import java.util.Optional;

/**
 * As whom one speaks to the database: whoever takes the server over must not own what it keeps.
 *
 * @param server may do what serving needs
 * @param owner may alter the schema; empty where the server's role does, or where others migrate
 */
public record DatabaseRoles(DatabaseUrl server, Optional<DatabaseUrl> owner) {}
