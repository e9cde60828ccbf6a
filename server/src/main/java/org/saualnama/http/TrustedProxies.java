package org.saualnama.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whose word is taken for whom a request comes from: anybody can write the headers that say so.
 *
 * @param ranges none unless told
 */
public record TrustedProxies(List<Range> ranges) {
  /** Where whoever connects is the client. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  // Only what is an address as it stands: a name would be asked of the network.
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** Addresses that begin with the same bits. */
  public record Range(InetAddress address, int bits) {
    boolean holds(InetAddress other) {
      byte[] mine = address.getAddress();
      byte[] theirs = other.getAddress();
      int whole = bits / Byte.SIZE;
      if (mine.length != theirs.length
          || Arrays.mismatch(first(mine, whole), first(theirs, whole)) >= 0) {
        return false;
      }
      int rest = bits % Byte.SIZE;
      return rest == 0 || ((mine[whole] ^ theirs[whole]) & 0xFF) >> (Byte.SIZE - rest) == 0;
    }

    private static byte[] first(byte[] bytes, int count) {
      return Arrays.copyOf(bytes, count);
    }
  }

  /**
   * Reads addresses and ranges such as {@code 10.0.0.0/8} with commas between.
   *
   * @throws IllegalArgumentException naming what is neither
   */
  public static TrustedProxies parse(String text) {
    return new TrustedProxies(
        Stream.of(text.split(","))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(TrustedProxies::range)
            .toList());
  }

  private static Range range(String text) {
    String[] parts = text.split("/", 2);
    InetAddress address =
        address(parts[0])
            .orElseThrow(() -> new IllegalArgumentException(text + " is no address or range"));
    int most = Byte.SIZE * address.getAddress().length;
    if (parts.length == 1) {
      return new Range(address, most);
    }
    if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > most) {
      throw new IllegalArgumentException(text + " must end in /0 to /" + most);
    }
    return new Range(address, Integer.parseInt(parts[1]));
  }

  /**
   * The client behind the proxies: the last address that none of them vouches for.
   *
   * @param peer who connected
   * @param forwarded what the headers name, the nearest last
   */
  Optional<InetAddress> client(String peer, List<String> forwarded) {
    Optional<InetAddress> client = address(peer);
    for (int i = forwarded.size() - 1; i >= 0 && client.filter(this::hold).isPresent(); i--) {
      Optional<InetAddress> next = address(forwarded.get(i));
      if (next.isEmpty()) {
        // What a proxy doesn't name, it is.
        return client;
      }
      client = next;
    }
    return client;
  }

  private boolean hold(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.holds(address));
  }

  private static Optional<InetAddress> address(String text) {
    String plain = text.replaceFirst("%.*", "");
    try {
      return ADDRESS.matcher(plain).matches()
          ? Optional.of(InetAddress.getByName(plain))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
