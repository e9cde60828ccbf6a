package org.saualnama.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MultipartTest {
  private static final String TYPE = "multipart/form-data; boundary=--x";
  private static final String FORM =
      String.join(
          "\r\n",
          "----x",
          "Content-Disposition: form-data; name=\"code\"",
          "",
          "парк",
          "----x",
          "Content-Disposition: form-data; name=\"file\"; filename=\"a.json\"",
          "Content-Type: application/json",
          "",
          "{",
          "",
          "--}\0",
          "----x--",
          "");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void fieldsAndFilesAreToldApartByteForByte() {
    List<Multipart.Part> parts = Multipart.read(TYPE, bytes(FORM)).orElseThrow();
    assertEquals(List.of("code", "file"), parts.stream().map(Multipart.Part::name).toList());
    assertEquals("парк", parts.get(0).text());
    assertTrue(parts.get(1).isFile() && !parts.get(0).isFile());
    assertArrayEquals(bytes("{\r\n\r\n--}\u0000"), parts.get(1).content().getBytes());
  }

  @Test
  void whatIsNoSuchFormIsNone() {
    for (String type :
        new String[] {
          null,
          "",
          "multipart/form-data",
          "multipart/form-data; boundary=",
          "text/plain; boundary=x",
          "multipart/form-data; boundary=\"a b\"",
          "multipart/form-data; boundary=" + "x".repeat(99)
        }) {
      assertTrue(Multipart.read(type, bytes(FORM)).isEmpty(), type);
    }
    for (String body :
        List.of(
            "",
            "----x",
            "----x\r\n",
            "----x\r\n\r\n",
            "----x\r\n----x--",
            FORM.substring(0, 150))) {
      assertTrue(Multipart.read(TYPE, bytes(body)).isEmpty(), body);
    }
    assertTrue(Multipart.read(TYPE, bytes("----x--")).orElseThrow().isEmpty());
    assertTrue(Multipart.read(TYPE, bytes("----x\r\na: b\r\n\r\n\r\n".repeat(99))).isEmpty());
  }

  @Test
  void noNoiseBreaksIt() {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      byte[] noisy = bytes(FORM);
      for (int j = 0; j < 5; j++) {
        noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
      }
      Multipart.read(TYPE, noisy).ifPresent(parts -> parts.forEach(Multipart.Part::text));
    }
  }
}
