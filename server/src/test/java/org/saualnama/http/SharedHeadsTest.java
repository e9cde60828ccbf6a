package org.saualnama.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class SharedHeadsTest {
  private static final String STYLE = "<style>" + "b{color:red}".repeat(500) + "</style>";

  private final SharedHeads heads = new SharedHeads();

  @Test
  void pagesOfTwoLanguagesComeOutAsTheyWere() {
    for (String language : new String[] {"kk", "ru", "kk", "ru"}) {
      String head = "<!doctype html><html lang=\"" + language + "\">" + STYLE;
      unchanged(head + "<title>Сауалнама</title>");
      unchanged(head + "<p>" + "Жеңіс күні ".repeat(2_000));
      unchanged(head);
    }
  }

  @Test
  void pagesWithoutAStyleComeOutAsTheyWere() {
    unchanged("");
    unchanged("<p>Қысқа");
    unchanged("<html>" + STYLE);
    unchanged("<html>");
  }

  @Test
  void moreHeadsThanAreKeptDoNoHarm() {
    for (int i = 0; i < 40; i++) {
      unchanged("<html id=" + i + ">" + STYLE + "<p>" + i);
    }
  }

  @Test
  void whatComesAfterTheHeadIsCompressedToo() {
    byte[] page = (STYLE + "Қазақстан ".repeat(1_000)).getBytes(UTF_8);
    assertTrue(heads.gzip(page).length < page.length / 20);
  }

  private void unchanged(String page) {
    byte[] packed = heads.gzip(page.getBytes(UTF_8));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertEquals(page, new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
