package org.saualnama.http;

import io.vertx.ext.web.RoutingContext;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The network that a client is in, which is whom to throttle: single addresses are cheap. */
public final class Network {
  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 8;
  private static final String PROXIES = "proxies";

  private Network() {}

  /** Has this request looked at as one that {@code proxies} may have sent on. */
  static void behind(RoutingContext context, TrustedProxies proxies) {
    context.put(PROXIES, proxies);
  }

  /** The /24 or /64 of whoever sends a request. */
  public static String of(RoutingContext context) {
    return first(context, IPV4_BYTES);
  }

  /** The single IPv4 address of whoever sends a request, or the /64: who has one has all of it. */
  static String client(RoutingContext context) {
    return first(context, Integer.MAX_VALUE);
  }

  private static String first(RoutingContext context, int ofIpv4) {
    TrustedProxies proxies = context.get(PROXIES, TrustedProxies.NONE);
    Optional<InetAddress> client =
        proxies.client(
            context.request().remoteAddress().hostAddress(),
            Forwarded.addresses(context.request().headers()));
    return client.map(address -> first(address, ofIpv4)).orElse("unknown");
  }

  private static String first(InetAddress address, int ofIpv4) {
    byte[] bytes = address.getAddress();
    int most = address instanceof Inet4Address ? ofIpv4 : IPV6_BYTES;
    return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(most, bytes.length)));
  }
}
