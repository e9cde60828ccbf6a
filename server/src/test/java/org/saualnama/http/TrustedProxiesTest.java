package org.saualnama.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a request comes from, by the word of proxies that are trusted and of nobody else. */
final class TrustedProxiesTest {
  private static final TrustedProxies PROXIES =
      TrustedProxies.parse("127.0.0.1, 10.1.0.0/16, 192.0.2.128/25, ::1, 2001:db8:aa::/48");

  @ParameterizedTest
  @CsvSource({
    // Nobody is believed who isn't named, however near.
    "192.168.0.1, 203.0.113.5, 192.168.0.1",
    "10.2.0.1, 203.0.113.5, 10.2.0.1",
    "192.0.2.127, 203.0.113.5, 192.0.2.127",
    "2001:db8:ab::1, 203.0.113.5, 2001:db8:ab:0:0:0:0:1",
    // Who is named speaks for the last in its list,
    "127.0.0.1, 203.0.113.5, 203.0.113.5",
    "::1, 2001:db8:1::9, 2001:db8:1:0:0:0:0:9",
    "10.1.255.1, '198.51.100.1, 203.0.113.5', 203.0.113.5",
    "192.0.2.128, 203.0.113.5, 203.0.113.5",
    // and what stands before is believed only if another of ours wrote it.
    "127.0.0.1, '198.51.100.1, 203.0.113.5, 10.1.2.3', 203.0.113.5",
    "127.0.0.1, '203.0.113.5, 2001:db8:aa::7', 203.0.113.5",
    // A proxy that says nothing of use is the client.
    "127.0.0.1, '', 127.0.0.1",
    "127.0.0.1, elsewhere.invalid, 127.0.0.1",
    "127.0.0.1, '203.0.113.5, nonsense', 127.0.0.1",
    "127.0.0.1, 999.1.1.1, 127.0.0.1",
  })
  void theClientIsTheLastAddressThatNoneOfThemVouchesFor(
      String peer, String forwarded, String client) {
    List<String> said = List.of(forwarded.split(", "));
    assertEquals(client, PROXIES.client(peer, said).map(InetAddress::getHostAddress).orElseThrow());
  }

  @Test
  void byDefaultNobodyIsBelieved() {
    assertEquals(List.of(), TrustedProxies.parse(" ").ranges());
    assertEquals(
        "127.0.0.1",
        TrustedProxies.NONE
            .client("127.0.0.1", List.of("203.0.113.5"))
            .map(InetAddress::getHostAddress)
            .orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/", "::1/129", "1.2.3", "*"})
  void whatIsNoAddressIsRefused(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> TrustedProxies.parse(text)).getMessage();
    assertTrue(message.contains(text), message);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.5, , 203.0.113.5",
    "203.0.113.5:4711, , 203.0.113.5",
    "'192.0.2.1, [2001:db8::7]:443', , '192.0.2.1 2001:db8::7'",
    ", for=203.0.113.5, 203.0.113.5",
    ", 'For=\"[2001:db8::7]:4711\";proto=https;by=10.0.0.1', 2001:db8::7",
    ", 'for=192.0.2.1, for=203.0.113.5;host=x', '192.0.2.1 203.0.113.5'",
    ", for=unknown, unknown",
    // What stands in quotes is no address of its own, and a quote left open hides nobody's word.
    ", 'for=192.0.2.1;host=\"a,for=9.9.9.9\"', 192.0.2.1",
    ", 'for=192.0.2.1;host=\"a\\\",for=9.9.9.9\"', 192.0.2.1",
    ", 'host=\", for=\"[2001:db8::7]\"', ''",
    "9.9.9.9, 'host=\", for=\"[2001:db8::7]\"', ''",
    ", proto=https, ''",
    // A client wrote one, and the proxy the other: nobody can say which.
    "203.0.113.5, for=198.51.100.1, ''",
    "203.0.113.5, for=203.0.113.5, 203.0.113.5",
  })
  void bothWaysOfSayingItAreRead(String usual, String standard, String addresses) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    if (usual != null) {
      headers.add("X-Forwarded-For", usual);
    }
    if (standard != null) {
      headers.add("Forwarded", standard);
    }
    assertEquals(addresses, String.join(" ", Forwarded.addresses(headers)));
  }
}
