package org.saualnama.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Set;

/**
 * Where the provider says its doors are.
 *
 * @param basic whether it wants the client's secret in a header, else in the form
 */
record Endpoints(URI authorization, URI token, URI keys, boolean basic) {
  private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * From the provider's own description.
   *
   * @throws IllegalArgumentException if it describes another provider, or a way that others can
   *     listen to
   */
  static Endpoints of(JsonNode description, URI issuer) {
    if (!issuer.toString().equals(description.path("issuer").asText())) {
      throw new IllegalArgumentException("it describes another issuer");
    }
    JsonNode methods = description.path("token_endpoint_auth_methods_supported");
    return new Endpoints(
        endpoint(description, "authorization_endpoint"),
        endpoint(description, "token_endpoint"),
        endpoint(description, "jwks_uri"),
        methods.isMissingNode()
            || methods.valueStream().anyMatch(m -> m.asText().equals("client_secret_basic")));
  }

  private static URI endpoint(JsonNode description, String name) {
    URI uri = URI.create(description.path(name).asText());
    if (!isPrivate(uri)) {
      throw new IllegalArgumentException("its " + name + " is no https address");
    }
    return uri;
  }

  /** Whether nobody on the way can listen: by TLS, or because there is no way. */
  static boolean isPrivate(URI uri) {
    return uri.getHost() != null
        && ("https".equals(uri.getScheme())
            || ("http".equals(uri.getScheme()) && OWN_MACHINE.contains(uri.getHost())));
  }
}
