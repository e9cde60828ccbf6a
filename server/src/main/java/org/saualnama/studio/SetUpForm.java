package org.saualnama.studio;

import java.util.Optional;

/**
 * The page behind a set-up link, where somebody chooses a password.
 *
 * @param path of the link
 * @param known the account's name; empty for an admin to be, who chooses it
 * @param name as it was typed
 */
public record SetUpForm(
    Frame frame, Faults faults, String path, Optional<String> known, String name) {
  static final String TEMPLATE = "studio/setup.jte";
}
