package org.saualnama.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.saualnama.json.Json;
import org.saualnama.secret.Digest;

/**
 * Lines of JSON, each of which names the SHA-256 of the one before it: changing one breaks the
 * next, and anybody can check that with standard tools.
 */
public final class Chain {
  /** What the first line names as the one before it. */
  public static final String START = "0".repeat(64);

  private Chain() {}

  /** The line of {@code entry}, in UTF-8 without a line feed. */
  static String line(long number, Instant at, AuditEntry entry, String previous) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("number", number);
    line.put("at", at.truncatedTo(ChronoUnit.SECONDS).toString());
    line.put("who", entry.who());
    line.put("act", entry.act());
    entry.survey().ifPresent(survey -> line.put("survey", survey));
    line.put("detail", entry.detail());
    line.put("previous", previous);
    return new String(Json.write(line), StandardCharsets.UTF_8);
  }

  /** Whether a line of ours calls itself so; by its text, for what it holds may be of any size. */
  static boolean calls(String line, long number) {
    return line.startsWith("{\"number\":" + number + ",");
  }

  /** Whether a line of ours names {@code previous} as the hash of the one before it. */
  static boolean follows(String line, String previous) {
    return line.endsWith(",\"previous\":\"" + previous + "\"}");
  }

  /** What the next line names: the SHA-256 of this one, in hexadecimal digits. */
  public static String hash(String line) {
    return HexFormat.of().formatHex(Digest.sha256(line.getBytes(StandardCharsets.UTF_8)));
  }
}
