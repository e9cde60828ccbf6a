package org.saualnama.workbench;

import java.util.List;
import java.util.Optional;

/**
 * What somebody who is signed in has beside the workbench.
 *
 * @param csrf what every form has to carry
 * @param steward whether the exact door is theirs to open, for this survey
 * @param exact whether they look through it
 * @param reason the one they gave in this session
 * @param views what they keep of this survey
 */
public record Desk(
    String csrf, boolean steward, boolean exact, Optional<String> reason, List<SavedView> views) {

  /** Whether they stand before the door and have not said why. */
  public boolean isAsked() {
    return exact && reason.isEmpty();
  }
}
