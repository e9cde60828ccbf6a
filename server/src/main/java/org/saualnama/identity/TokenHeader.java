package org.saualnama.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saualnama.json.Json;

/** Reads from a token which key it claims, before anything else of it is believed. */
final class TokenHeader {
  private static final int LONGEST = 4_096;
  private static final String PART = "([A-Za-z0-9_-]+)";
  private static final Pattern TOKEN = Pattern.compile(PART + "\\." + PART + "\\." + PART);
  private static final Pattern KID = Pattern.compile("[A-Za-z0-9_-]{43}");

  private TokenHeader() {}

  /** The name of its key, if it is an ES256 token whose header says nothing unusual. */
  static Optional<String> kid(String token) {
    Matcher parts = TOKEN.matcher(token);
    if (token.length() > LONGEST || !parts.matches()) {
      return Optional.empty();
    }
    JsonNode header;
    try {
      header = Json.readUntrusted(Base64.getUrlDecoder().decode(parts.group(1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    boolean usual =
        header.size() == 3
            && header.path("alg").asText().equals("ES256")
            && header.path("typ").asText().equals("JWT");
    return Optional.of(header.path("kid").asText())
        .filter(kid -> usual && KID.matcher(kid).matches());
  }
}
