package org.saualnama.http;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form with a file in it (RFC 7578), of a length already known to be small. */
final class Multipart {
  private static final int PARTS = 20;
  private static final int HEADERS = 4096;
  private static final Pattern TYPE =
      Pattern.compile(
          "(?i)multipart/form-data\\s*;.*?boundary=(\"?)([0-9A-Za-z'()+_,./:=?-]{1,70})\\1\\s*(;.*)?");
  private static final Pattern NAME =
      Pattern.compile("(?im)^content-disposition:[ \\t]*form-data;.*?\\bname=\"([^\"]{1,100})\"");
  private static final Pattern FILE = Pattern.compile("(?im)^content-disposition:.*\\bfilename=\"");

  private Multipart() {}

  /** One field of the form. */
  record Part(String name, boolean isFile, Buffer content) {
    String text() {
      return content.toString(StandardCharsets.UTF_8);
    }
  }

  /** The fields in their order; empty if it is not such a form. */
  static Optional<List<Part>> read(String contentType, byte[] body) {
    Matcher type = TYPE.matcher(contentType == null ? "" : contentType);
    if (!type.matches()) {
      return Optional.empty();
    }
    // one character for each byte, so that places in the text are places in the body
    String all = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    String delimiter = "\r\n--" + type.group(2);
    List<Part> parts = new ArrayList<>();
    int at = all.indexOf(delimiter);
    while (at >= 0 && parts.size() < PARTS) {
      int start = at + delimiter.length();
      if (all.startsWith("--", start)) {
        return Optional.of(parts);
      }
      int blank = all.indexOf("\r\n\r\n", start);
      at = all.indexOf(delimiter, start);
      if (blank < 0 || blank - start > HEADERS || at < blank) {
        return Optional.empty();
      }
      int from = Math.min(blank + 4, at);
      part(all.substring(start, blank), all.substring(from, at)).ifPresent(parts::add);
    }
    return Optional.empty();
  }

  private static Optional<Part> part(String headers, String content) {
    Matcher name = NAME.matcher(headers);
    return name.find()
        ? Optional.of(
            new Part(
                name.group(1),
                FILE.matcher(headers).find(),
                Buffer.buffer(content.getBytes(StandardCharsets.ISO_8859_1))))
        : Optional.empty();
  }
}
