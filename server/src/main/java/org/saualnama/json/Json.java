package org.saualnama.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one way in and out of JSON. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxNumberLength(20)
                          .maxNameLength(200)
                          .maxStringLength(1 << 20)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private Json() {}

  /**
   * Reads what somebody sent.
   *
   * @throws IllegalArgumentException if it is not JSON, is too deep, has a key twice, or holds text
   *     that PostgreSQL or UTF-8 can't (a zero character, half a surrogate pair)
   */
  public static JsonNode readUntrusted(byte[] bytes) {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(bytes);
    } catch (IOException e) {
      // Jackson's own message may quote the input.
      throw new IllegalArgumentException(
          "is not valid JSON (UTF-8, no key twice, not too deep)", e);
    }
    refuseUnstorable(tree);
    return tree;
  }

  private static void refuseUnstorable(JsonNode node) {
    if (node.isTextual() && !isStorable(node.textValue())) {
      throw new IllegalArgumentException("holds a zero character or half a surrogate pair");
    }
    node.elements().forEachRemaining(Json::refuseUnstorable);
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (!isStorable(property.getKey())) {
        throw new IllegalArgumentException("has a key with a zero character or half a pair");
      }
    }
  }

  /** Whether PostgreSQL and UTF-8 can hold {@code text}. */
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
      if (c == 0 || (Character.isSurrogate(c) && !pair)) {
        return false;
      }
      i += pair ? 1 : 0;
    }
    return true;
  }

  /** An object whose members stay in order, so that the same answer is the same bytes. */
  public static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  /** Reads what this program wrote. */
  public static <T> T read(byte[] bytes, Class<T> type) throws IOException {
    return MAPPER.readValue(bytes, type);
  }

  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value of ours has no JSON form", e);
    }
  }
}
