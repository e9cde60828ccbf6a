package org.saualnama.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class GappedPageTest {
  @Test
  void whateverFillsTheGapTheCompressedPageIsThePlainOne() throws IOException {
    String before = "<title>Сауалнама</title>" + "Жеңіс күні ".repeat(2_000);
    String after = "<p>" + "Қазақстан ".repeat(1_000);
    for (String start : new String[] {before, ""}) {
      for (String end : new String[] {after, ""}) {
        for (int length : new int[] {0, 1, 1_400, 65_534, 65_535, 65_536, 131_070, 200_000}) {
          holds(start, "x".repeat(length), end);
        }
      }
    }
  }

  private static void holds(String before, String fill, String after) throws IOException {
    GappedPage page = GappedPage.of((before + GappedPage.GAP + after).getBytes(UTF_8));
    String expected = before + fill + after;
    assertEquals(expected, new String(page.plain(fill), UTF_8));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(page.gzip(fill)))) {
      assertEquals(expected, new String(in.readAllBytes(), UTF_8));
      assertEquals(-1, in.read());
    }
  }

  @Test
  void whatIsAroundTheGapIsCompressed() {
    String text = "Қазақстан ".repeat(1_000);
    GappedPage page = GappedPage.of((text + GappedPage.GAP + text).getBytes(UTF_8));
    assertTrue(page.gzip("a".repeat(100)).length < 1_000);
  }

  @Test
  void aPageWithoutAGapIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> GappedPage.of("<p>".getBytes(UTF_8)));
  }
}
