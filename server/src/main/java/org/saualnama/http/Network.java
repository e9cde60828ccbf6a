package org.saualnama.http;

import io.vertx.ext.web.RoutingContext;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The network that a client is in, which is whom to throttle: single addresses are cheap. */
public final class Network {
  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 8;

  // Only what is an address as it stands: a name would be asked of the network.
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private Network() {}

  /**
   * The /24 or /64 of the client.
   *
   * @param peer who connected; a proxy beside us is believed whom it serves
   * @param forwardedFor all of {@code X-Forwarded-For}, of which the last is the proxy's word
   */
  public static String of(String peer, String forwardedFor) {
    InetAddress address = client(peer, forwardedFor);
    return address == null ? "unknown" : first(address, IPV4_BYTES);
  }

  /** The single IPv4 address of whoever sends a request, or the /64: who has one has all of it. */
  static String client(RoutingContext context) {
    InetAddress address =
        client(
            context.request().remoteAddress().hostAddress(),
            String.join(",", context.request().headers().getAll("X-Forwarded-For")));
    return address == null ? "unknown" : first(address, Integer.MAX_VALUE);
  }

  private static String first(InetAddress address, int ofIpv4) {
    byte[] bytes = address.getAddress();
    int most = address instanceof Inet4Address ? ofIpv4 : IPV6_BYTES;
    return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(most, bytes.length)));
  }

  private static InetAddress client(String peer, String forwardedFor) {
    InetAddress address = address(peer);
    if (address == null) {
      return null;
    }
    boolean beside = address.isLoopbackAddress() || address.isSiteLocalAddress();
    if (beside && !forwardedFor.isEmpty()) {
      InetAddress client =
          address(forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip());
      address = client == null ? address : client;
    }
    return address;
  }

  private static InetAddress address(String text) {
    String plain = text.replaceFirst("%.*", "");
    try {
      return ADDRESS.matcher(plain).matches() ? InetAddress.getByName(plain) : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
