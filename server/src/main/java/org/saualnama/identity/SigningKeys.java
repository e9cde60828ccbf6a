package org.saualnama.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of one moment, newest first.
 *
 * @param all those that a living token may be signed with
 * @param read when they were looked up
 */
record SigningKeys(List<SigningKey> all, Instant read) {
  static final SigningKeys NONE = new SigningKeys(List.of(), Instant.MIN);

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
