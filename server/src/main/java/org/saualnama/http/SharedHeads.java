package org.saualnama.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What pages of one look begin with: one for each language, as nothing else differs before the end
 * of the style sheet. Safe for threads.
 */
final class SharedHeads {
  private static final String END = "</style>";
  private static final int MOST = 16;

  private final List<SharedHead> heads = new CopyOnWriteArrayList<>();

  /** {@code page} as one gzip member. */
  byte[] gzip(byte[] page) {
    for (SharedHead head : heads) {
      if (head.begins(page)) {
        return head.gzip(page);
      }
    }
    SharedHead head = SharedHead.of(page, length(page));
    if (heads.size() < MOST && !head.isEmpty()) {
      heads.add(head);
    }
    return head.gzip(page);
  }

  private static int length(byte[] page) {
    // Bytes as letters of Latin-1, one for one: the end is in ASCII.
    int end = new String(page, StandardCharsets.ISO_8859_1).indexOf(END);
    return end < 0 ? 0 : end + END.length();
  }
}
