package org.saualnama.identity;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The network that a client is in, which is whom to throttle: single addresses are cheap. */
final class Network {
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
  static String of(String peer, String forwardedFor) {
    InetAddress address = address(peer);
    if (address == null) {
      return "unknown";
    }
    boolean beside = address.isLoopbackAddress() || address.isSiteLocalAddress();
    if (beside && !forwardedFor.isEmpty()) {
      InetAddress client =
          address(forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip());
      address = client == null ? address : client;
    }
    int bytes = address instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES;
    return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes));
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
