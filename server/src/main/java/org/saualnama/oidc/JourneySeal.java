package org.saualnama.oidc;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.json.Json;
import org.saualnama.secret.Seal;
import org.saualnama.secret.Secret;

/** Seals journeys under the server's secret. */
final class JourneySeal {
  private static final int BLOCK = 16;

  private final Seal seal;
  private final Supplier<Instant> clock;

  JourneySeal(Secret secret, Supplier<Instant> clock) {
    this.seal = new Seal(secret.key("oidc"), BLOCK);
    this.clock = clock;
  }

  Journey begin(String next) {
    return Journey.begin(next, clock.get());
  }

  String seal(Journey journey) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(Json.write(journey)));
  }

  /** Empty if it was not sealed here, or took too long. */
  Optional<Journey> open(String text) {
    try {
      return seal.open(Base64.getUrlDecoder().decode(text))
          .map(JourneySeal::read)
          .filter(journey -> clock.get().getEpochSecond() < journey.until());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Journey read(byte[] plain) {
    try {
      return Json.read(plain, Journey.class);
    } catch (IOException e) {
      // Ours, but of another release of this program.
      return null;
    }
  }
}
