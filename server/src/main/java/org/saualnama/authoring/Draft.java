package org.saualnama.authoring;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A definition that authors are working on; it may be incomplete or wrong.
 *
 * @param revision tells this state from every other that the draft has had; 0 for a published
 *     survey that nobody has changed here yet
 * @param definition its YAML, as it was written
 * @param changedBy who last saved, undid or redid something
 * @param changedAt when; empty if nobody has changed it here yet
 * @param undoable whether there is a revision to step back to
 * @param redoable whether there is a revision to step forward to
 */
public record Draft(
    String survey,
    int revision,
    String definition,
    String changedBy,
    Optional<OffsetDateTime> changedAt,
    boolean undoable,
    boolean redoable) {}
