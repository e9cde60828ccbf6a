package org.saualnama.trial;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.json.Json;
import org.saualnama.secret.Seal;
import org.saualnama.secret.Secret;

/**
 * Links that carry their own permission, sealed under the server's secret: whoever has one may try
 * what it names until its end, and nobody can make or change one elsewhere.
 */
public final class TrialLinks {
  private static final String PATH = "/trial/";
  private static final int BLOCK = 16;

  /**
   * A link as it is handed out.
   *
   * @param path on this server; a language may follow it, after a slash
   */
  public record Link(String path, Instant until) {}

  private record Permit(Trial trial, long until) {}

  private final Seal seal;
  private final Supplier<Instant> clock;

  public TrialLinks(Secret secret, Supplier<Instant> clock) {
    this.seal = new Seal(secret.key("trial"), BLOCK);
    this.clock = clock;
  }

  /** A new link, good from now on. */
  public Link to(Trial trial) {
    Instant until = clock.get().plus(trial.kind().life());
    byte[] bytes = seal.seal(Json.write(new Permit(trial, until.getEpochSecond())));
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new Link(PATH + token, Instant.ofEpochSecond(until.getEpochSecond()));
  }

  /** What {@code token} permits; empty if it was not made here, or is over. */
  Optional<Trial> open(String token) {
    try {
      return seal.open(Base64.getUrlDecoder().decode(token))
          .map(TrialLinks::read)
          .filter(permit -> clock.get().getEpochSecond() < permit.until())
          .map(Permit::trial);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The address of the form behind {@code token}. */
  static String path(String token) {
    return PATH + token;
  }

  private static Permit read(byte[] plain) {
    try {
      return Json.read(plain, Permit.class);
    } catch (IOException e) {
      // Ours, but of another release of this program.
      return null;
    }
  }
}
