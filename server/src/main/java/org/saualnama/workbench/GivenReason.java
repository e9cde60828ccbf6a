package org.saualnama.workbench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.saualnama.audit.Reason;
import org.saualnama.refusal.Refusal;
import org.saualnama.secret.Hmac;
import org.saualnama.secret.Secret;

/**
 * The reason for looking at exact figures, kept by the browser while a session lasts: sealed for
 * this session and survey, so that no other can bring it along.
 */
final class GivenReason {
  private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

  private final Hmac seal;

  GivenReason(Secret secret) {
    this.seal = new Hmac(secret.key("reason for exact figures"));
  }

  /**
   * As the browser keeps it.
   *
   * @param session what tells the session from all others
   */
  String kept(String session, String survey, String reason) {
    return TO_TEXT.encodeToString(reason.getBytes(StandardCharsets.UTF_8))
        + "."
        + TO_TEXT.encodeToString(seal(session, survey, reason));
  }

  /** What was kept, if it was given in this session for this survey. */
  Optional<String> given(String session, String survey, String kept) {
    String[] parts = kept.split("\\.", -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    try {
      String reason = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
      byte[] sealed = Base64.getUrlDecoder().decode(parts[1]);
      return MessageDigest.isEqual(sealed, seal(session, survey, reason))
          ? Optional.of(Reason.of(List.of(reason)))
          : Optional.empty();
    } catch (IllegalArgumentException | Refusal e) {
      return Optional.empty();
    }
  }

  private byte[] seal(String session, String survey, String reason) {
    return seal.of(session + "\n" + survey + "\n" + reason);
  }
}
