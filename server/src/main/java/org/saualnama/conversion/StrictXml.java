package org.saualnama.conversion;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML from strangers, in UTF-8: no document type, no entities but XML's five, nothing fetched. */
final class StrictXml {
  private StrictXml() {}

  static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
    boolean marked = xml.length > 2 && xml[0] == (byte) 0xef && xml[1] == (byte) 0xbb;
    int mark = marked ? 3 : 0;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    // in one encoding, decoded here: Java's own way says what it stumbles over on standard error
    return factory.createXMLStreamReader(
        new InputStreamReader(
            new ByteArrayInputStream(xml, mark, xml.length - mark),
            StandardCharsets.UTF_8.newDecoder()));
  }
}
