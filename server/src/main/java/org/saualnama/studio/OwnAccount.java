package org.saualnama.studio;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.saualnama.access.Grant;
import org.saualnama.identity.ApiKey;

/**
 * One's own account.
 *
 * @param typed what was typed into a field, if something has to be mended
 */
public record OwnAccount(
    Frame frame, Faults faults, List<ApiKey> keys, UnaryOperator<String> typed) {
  static final String TEMPLATE = "studio/account.jte";

  public List<Grant> grants() {
    return frame.caller().orElseThrow().grants().stream()
        .sorted((a, b) -> a.code().compareTo(b.code()))
        .toList();
  }

  public String role(Grant grant) {
    return AccountList.role(frame, grant);
  }

  /** Whether a script can still use it. */
  public boolean usable(ApiKey key) {
    return !key.revoked() && key.expires().isAfter(Instant.now());
  }

  public String roles(ApiKey key) {
    return String.join(", ", key.grants().stream().map(this::role).sorted().toList());
  }
}
