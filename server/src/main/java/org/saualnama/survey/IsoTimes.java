package org.saualnama.survey;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/**
 * The two kinds of time in a definition, as ISO 8601 text; a whole library for them is too much.
 */
final class IsoTimes extends SimpleModule {
  private static final long serialVersionUID = 1L;

  IsoTimes() {
    addSerializer(Duration.class, ToStringSerializer.instance);
    addSerializer(OffsetDateTime.class, new WithSeconds());
    add(Duration.class, Duration::parse, "a duration such as PT24H");
    add(OffsetDateTime.class, OffsetDateTime::parse, "a time such as 2026-05-20T00:00:00+05:00");
  }

  private <T> void add(Class<T> type, Function<String, T> parse, String expected) {
    addDeserializer(type, new Parsing<>(type, parse, expected));
  }

  /** RFC 3339, and with it the schema, wants seconds even where they are nought. */
  private static final class WithSeconds extends ToStringSerializerBase {
    private static final long serialVersionUID = 1L;

    WithSeconds() {
      super(OffsetDateTime.class);
    }

    @Override
    public String valueToString(Object time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format((OffsetDateTime) time);
    }
  }

  private static final class Parsing<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;
    private final String expected;

    Parsing(Class<T> type, Function<String, T> parse, String expected) {
      super(type);
      this.parse = parse;
      this.expected = expected;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      String text = parser.getValueAsString("");
      try {
        return parse.apply(text);
      } catch (DateTimeException e) {
        throw context.weirdStringException(text, handledType(), "write " + expected);
      }
    }
  }
}
