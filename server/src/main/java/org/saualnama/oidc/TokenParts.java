package org.saualnama.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saualnama.json.Json;

/**
 * A signed token taken apart, nothing of it believed yet.
 *
 * @param alg one that is allowed: no symmetric one, whose key would be public, and not {@code none}
 */
record TokenParts(String alg, String kid, JsonNode claims) {
  static final Set<String> ALLOWED = Set.of("RS256", "PS256", "ES256");

  private static final int LONGEST = 16_384;
  private static final Set<String> TYPES = Set.of("", "JWT", "at+jwt");
  private static final String PART = "([A-Za-z0-9_-]+)";
  private static final Pattern TOKEN = Pattern.compile(PART + "\\." + PART + "\\." + PART);

  /** Empty for what can't be a token for us; headers that want to be understood are not. */
  static Optional<TokenParts> of(String token) {
    Matcher parts = TOKEN.matcher(token);
    if (token.length() > LONGEST || !parts.matches()) {
      return Optional.empty();
    }
    try {
      JsonNode header = json(parts.group(1));
      JsonNode claims = json(parts.group(2));
      String alg = header.path("alg").asText();
      String kid = header.path("kid").asText();
      boolean usual =
          ALLOWED.contains(alg)
              && !kid.isEmpty()
              && !header.has("crit")
              && TYPES.contains(header.path("typ").asText());
      return usual && claims.isObject()
          ? Optional.of(new TokenParts(alg, kid, claims))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static JsonNode json(String part) {
    return Json.readUntrusted(Base64.getUrlDecoder().decode(part));
  }
}
