package org.saualnama.microdata;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document written from its beginning to its end, element in element. */
final class Xml {
  /** What XML 1.0 can't hold in any way. */
  private static final Pattern UNFIT =
      Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;

  Xml() {
    try {
      out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins an element with attributes, name after value; {@code end} ends it. */
  Xml begin(String element, String... attributes) {
    try {
      out.writeCharacters("\n");
      out.writeStartElement(element);
      for (int i = 0; i < attributes.length; i += 2) {
        out.writeAttribute(attributes[i], fit(attributes[i + 1]));
      }
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  Xml end() {
    try {
      out.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An element that holds words and nothing else. */
  Xml leaf(String element, String words, String... attributes) {
    begin(element, attributes);
    try {
      out.writeCharacters(fit(words));
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return end();
  }

  private static String fit(String words) {
    return UNFIT.matcher(words).replaceAll(" ");
  }

  /** The whole document; ends what is still open. */
  String document() {
    try {
      out.writeEndDocument();
      out.flush();
      return text + "\n";
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
