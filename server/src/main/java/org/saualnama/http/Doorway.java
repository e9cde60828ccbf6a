package org.saualnama.http;

import java.util.Optional;

/**
 * What lies between a client and the routes.
 *
 * @param proxies whose word on the client's address is taken
 * @param tls the server's own; empty for plain HTTP, for example behind such a proxy
 * @param encrypted whether browsers reach the server by HTTPS only, its own or a proxy's
 */
public record Doorway(TrustedProxies proxies, Optional<Tls> tls, boolean encrypted) {
  /** Plain HTTP with nobody between. */
  public static final Doorway OPEN = new Doorway(TrustedProxies.NONE, Optional.empty(), false);
}
