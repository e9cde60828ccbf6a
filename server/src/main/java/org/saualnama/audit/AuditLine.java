package org.saualnama.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.saualnama.json.Json;

/**
 * An entry as people read it; whatever can't be read, perhaps because somebody tampered with it, is
 * there as it stands.
 *
 * @param at when, in UTC; "" if that can't be read
 * @param detail what changed; missing if that can't be read
 */
public record AuditLine(
    long number,
    String at,
    String who,
    String act,
    Optional<String> survey,
    JsonNode detail,
    String raw) {

  public static AuditLine of(Entry entry) {
    JsonNode read;
    try {
      read = Json.readUntrusted(entry.line().getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      read = MissingNode.getInstance();
    }
    return new AuditLine(
        entry.number(),
        read.path("at").asText(),
        read.path("who").asText(),
        read.path("act").asText(),
        Optional.of(read.path("survey").asText()).filter(survey -> !survey.isEmpty()),
        read.path("detail"),
        entry.line());
  }

  /** Whether it is an entry at all. */
  public boolean legible() {
    return !act.isEmpty();
  }
}
