package org.saualnama.studio;

import java.util.Optional;
import org.saualnama.identity.Account;

/**
 * One account, for an admin to make or to change.
 *
 * @param account empty for one that is to be made
 * @param name as it was typed
 */
public record AccountForm(
    Frame frame, Faults faults, Optional<Account> account, String name, GrantFields grants) {
  static final String TEMPLATE = "studio/accountform.jte";
}
