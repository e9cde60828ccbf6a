package org.saualnama.identity;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether a browser says that a change was asked for by one of our own pages. */
final class SameOrigin {
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private SameOrigin() {}

  /**
   * By the request's headers, null for one that wasn't sent.
   *
   * <p>Our pages send no referrer, so their forms have the origin "null": then only {@code
   * Sec-Fetch-Site} can tell.
   *
   * @param host whom the request was sent to, with the port
   * @param publicUrl how browsers reach the server
   */
  static boolean holds(String fetchSite, String origin, String host, URI publicUrl) {
    if (fetchSite != null && !OURS.contains(fetchSite)) {
      return false;
    }
    if (origin == null) {
      return true;
    }
    if (origin.equals("null")) {
      return fetchSite != null;
    }
    Optional<String> from = authority(origin);
    return from.isPresent()
        && (from.equals(authority("http://" + host))
            || from.equals(authority(publicUrl.toString())));
  }

  private static Optional<String> authority(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getRawAuthority())
          .map(authority -> authority.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
