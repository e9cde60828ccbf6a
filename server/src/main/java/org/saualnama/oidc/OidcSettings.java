package org.saualnama.oidc;

import java.net.URI;
import java.util.Optional;

/**
 * The outside provider that this server believes.
 *
 * @param issuer exactly as the provider writes it
 * @param clientId this server's name there
 * @param clientSecret empty for a public client, which has its PKCE verifier only
 * @param audience of access tokens for the API; empty if none are taken
 * @param roles what its claims mean here
 */
public record OidcSettings(
    URI issuer,
    String clientId,
    Optional<String> clientSecret,
    Optional<String> audience,
    RoleMapping roles) {

  /** Whether nobody on the way to {@code uri} can listen: by TLS, or because there is no way. */
  public static boolean isPrivate(URI uri) {
    return Endpoints.isPrivate(uri);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "OidcSettings[" + issuer + "]";
  }
}
