package org.saualnama.identity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of one moment, newest first.
 *
 * @param all those that a living token may be signed with
 * @param read when they were looked up, as {@link System#nanoTime}: a clock that is set back would
 *     keep a withdrawn key alive for as long
 */
record SigningKeys(List<SigningKey> all, long read) {
  static final SigningKeys NONE = new SigningKeys(List.of(), 0);

  /** Whether they were looked up within {@code age}. */
  boolean areOf(Duration age, long now) {
    return !all.isEmpty() && now - read < age.toNanos();
  }

  /** The one that signs. */
  SigningKey newest() {
    return all.get(0);
  }

  Optional<SigningKey> find(String kid) {
    return all.stream().filter(key -> key.kid().equals(kid)).findFirst();
  }

  /** As a JSON Web Key Set. */
  Map<String, Object> jwks() {
    return Map.of("keys", all.stream().map(SigningKey::publicJwk).toList());
  }
}
