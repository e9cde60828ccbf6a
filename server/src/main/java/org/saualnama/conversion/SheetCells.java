package org.saualnama.conversion;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks where the cells of a sheet stand before the sheet is read: the reader makes room for every
 * column up to the last, and would for the twelve millionth too.
 */
final class SheetCells {
  private SheetCells() {}

  /** Looks at a part of a workbook, which may call its sheets what it likes. */
  static void check(byte[] part) {
    if (!isXml(part)) {
      return;
    }
    try {
      XMLStreamReader xml = StrictXml.reader(part);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
          check(xml.getAttributeValue(null, "r"));
        }
      }
    } catch (XMLStreamException e) {
      throw Workbook.unreadable();
    }
  }

  /** Whether any reader could take it for XML, in whatever encoding. */
  private static boolean isXml(byte[] part) {
    int at = 0;
    while (at < part.length
        && " \t\r\n\0\u00ef\u00bb\u00bf\u00fe\u00ff".indexOf(part[at] & 0xff) >= 0) {
      at++;
    }
    return at < part.length && part[at] == '<';
  }

  private static void check(String place) {
    if (place != null && !place.matches("[A-Z]{1,2}[1-9][0-9]{0,6}")) {
      throw place.matches("[A-Z]{3}[1-9][0-9]{0,6}") ? Workbook.tooLarge() : Workbook.unreadable();
    }
  }
}
