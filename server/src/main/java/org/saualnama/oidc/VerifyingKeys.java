package org.saualnama.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The provider's public keys, and which of them may verify what. */
final class VerifyingKeys {
  private static final int LEAST_RSA_BYTES = 256;

  private final Map<String, JsonNode> byId = new HashMap<>();

  /** From a JWK set; what is no key for signatures is left out. */
  VerifyingKeys(JsonNode set) {
    for (JsonNode key : set.path("keys")) {
      if (!key.path("kid").asText().isEmpty() && key.path("use").asText("sig").equals("sig")) {
        byId.put(key.path("kid").asText(), key);
      }
    }
  }

  boolean knows(String kid) {
    return byId.containsKey(kid);
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  /**
   * The key of this name as a JWK of {@code alg}, if it is of the kind that the algorithm needs.
   */
  Optional<String> find(String kid, String alg) {
    JsonNode key = byId.get(kid);
    if (key == null || !key.path("alg").asText(alg).equals(alg) || !fits(key, alg)) {
      return Optional.empty();
    }
    ObjectNode exact = key.deepCopy();
    exact.retain("kty", "kid", "n", "e", "crv", "x", "y");
    return Optional.of(exact.put("alg", alg).toString());
  }

  private static boolean fits(JsonNode key, String alg) {
    return alg.equals("ES256")
        ? key.path("kty").asText().equals("EC") && key.path("crv").asText().equals("P-256")
        : key.path("kty").asText().equals("RSA")
            && length(key.path("n").asText()) >= LEAST_RSA_BYTES;
  }

  private static int length(String modulus) {
    try {
      return Base64.getUrlDecoder().decode(modulus).length;
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }
}
