package org.saualnama.studio;

import java.util.List;
import java.util.stream.Collectors;
import org.saualnama.access.Grant;
import org.saualnama.identity.Account;

/** All accounts, for an admin. */
public record AccountList(Frame frame, List<Account> accounts) {
  static final String TEMPLATE = "studio/accounts.jte";

  /** What {@code account} has been granted, in words. */
  public String roles(Account account) {
    return account.grants().isEmpty()
        ? frame.say("accounts.none")
        : account.grants().stream()
            .map(grant -> role(frame, grant))
            .sorted()
            .collect(Collectors.joining(", "));
  }

  /** A grant in words. */
  static String role(Frame frame, Grant grant) {
    String where =
        grant
            .survey()
            .map(survey -> frame.say("account.for", survey))
            .orElseGet(() -> frame.say("account.everywhere"));
    return frame.say("role." + grant.role().code()) + " (" + where + ")";
  }

  public String state(Account account) {
    return frame.say(
        account.disabled()
            ? "accounts.disabled"
            : account.setUp() ? "accounts.active" : "accounts.invited");
  }
}
