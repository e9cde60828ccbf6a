package org.saualnama.microdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is in the files, without anybody else's program. */
final class FilesTest {
  static Map<String, String> unzipped(byte[] bytes) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return files;
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static List<String> texts(Document document, String element) {
    NodeList all = document.getElementsByTagName(element);
    return IntStream.range(0, all.getLength()).mapToObj(i -> all.item(i).getTextContent()).toList();
  }

  @Test
  void theSameRowsAreTheSameBytes() {
    for (Format format : Format.values()) {
      assertArrayEquals(Garden.file(format, "kk", 3), Garden.file(format, "kk", 3), format.code());
    }
  }

  @Test
  void noFileHasFreeText() {
    for (Format format : Format.values()) {
      String text = new String(Garden.file(format, "en", 1), StandardCharsets.ISO_8859_1);
      assertFalse(text.contains("comment") || text.contains("Comment"), format.code());
    }
  }

  @Test
  void csvHasTheCodesAndACodebookBesideIt() throws IOException {
    Map<String, String> files = unzipped(Garden.file(Format.CSV, "ru", 1));
    assertEquals(
        List.of("notes.txt", "garden-3-ru-codebook.csv", "garden-3-ru.csv"),
        List.copyOf(files.keySet()));
    List<String> rows = files.get("garden-3-ru.csv").lines().toList();
    assertEquals(
        "collector,release,weight,place,age,warmth,grown_apples,grown_other,grown_hard_to_say,"
            + "trees,weight_2,quarrels_neighbours,quarrels_family",
        rows.get(0));
    assertEquals("open,1,0.25,KZ-75,18-39,-2,1,1,0,7,-31,often,", rows.get(1));
    assertEquals("interviewer:2027-05,2,1.5833333333333333,,,,,,,,,,", rows.get(5));
    String codebook = files.get("garden-3-ru-codebook.csv");
    assertTrue(codebook.contains("hard_to_say,-3,\"Затрудняюсь ответить\",1"), codebook);
    assertTrue(codebook.contains("quarrels_family,quarrels.family,,nominal,1,"), codebook);
  }

  @Test
  void tripleSDescribesItsDataAndJoinsSeveralChoices() throws Exception {
    Map<String, String> files = unzipped(Garden.file(Format.TRIPLE_S, "kk", 1));
    List<String> rows = files.get("garden-3-kk.csv").lines().toList();
    assertEquals(
        "collector,release,weight,place,age,warmth,grown,trees,weight_2,"
            + "quarrels_neighbours,quarrels_family",
        rows.get(0));
    assertEquals(
        "\"open\",1,0.250000,\"KZ-75\",\"18-39\",\"-2\",\"110\",7,-31,\"often\",", rows.get(1));
    Document sss = xml(files.get("garden-3-kk.sss"));
    assertEquals("3.0", sss.getDocumentElement().getAttribute("version"));
    NodeList variables = sss.getElementsByTagName("variable");
    assertEquals(rows.get(0).split(",", -1).length, variables.getLength());
    for (int i = 0; i < variables.getLength(); i++) {
      Element variable = (Element) variables.item(i);
      Element position = (Element) variable.getElementsByTagName("position").item(0);
      assertEquals(Integer.toString(i + 1), position.getAttribute("start"));
      assertEquals(
          rows.get(0).split(",", -1)[i],
          variable.getElementsByTagName("name").item(0).getTextContent());
    }
    assertEquals("multiple", ((Element) variables.item(6)).getAttribute("type"));
    assertEquals("weight", ((Element) variables.item(2)).getAttribute("use"));
    assertTrue(texts(sss, "value").contains("Алма"));
    assertTrue(texts(sss, "label").contains("Не өсіресіз?"));
  }

  @Test
  void ddiNamesEveryVariableItsValuesAndWhatIsMissing() throws Exception {
    Document ddi = xml(new String(Garden.file(Format.DDI, "kk", 1), UTF_8));
    assertEquals("ddi:codebook:2_5", ddi.getDocumentElement().getAttribute("xmlns"));
    assertEquals(List.of("Бақша туралы сауалнама"), texts(ddi, "titl"));
    assertEquals(List.of("5"), texts(ddi, "caseQnty"));
    NodeList variables = ddi.getElementsByTagName("var");
    assertEquals(13, variables.getLength());
    Element warmth = (Element) variables.item(5);
    assertEquals("warmth", warmth.getAttribute("name"));
    assertEquals("ordinal", warmth.getAttribute("nature"));
    Element residual = (Element) warmth.getElementsByTagName("catgry").item(5);
    assertEquals("Y", residual.getAttribute("missing"));
    assertTrue(residual.getTextContent().contains("Жауап беруге қиналамын"));
  }

  @Test
  void stataFindsEveryPartWhereTheMapSays() {
    byte[] file = Garden.file(Format.DTA, "kk", 7);
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int map = text.indexOf("<map>");
    ByteBuffer places = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    List<String> parts =
        List.of(
            "<stata_dta>",
            "<map>",
            "<variable_types>",
            "<varnames>",
            "<sortlist>",
            "<formats>",
            "<value_label_names>",
            "<variable_labels>",
            "<characteristics>",
            "<data>",
            "<strls>",
            "<value_labels>",
            "</stata_dta>");
    for (int i = 0; i < parts.size(); i++) {
      int place = (int) places.getLong(map + 5 + 8 * i);
      assertTrue(text.startsWith(parts.get(i), place), parts.get(i) + " at " + place);
    }
    assertEquals(file.length, places.getLong(map + 5 + 8 * 13));
  }

  @Test
  void labelsAreCutBetweenCharacters() {
    assertEquals("Ә", LittleEndian.cut("ӘӘ", 3));
    assertEquals("a…", LittleEndian.fitting(4, "aӘӘӘ"));
    assertEquals("short", LittleEndian.fitting(5, "rather long", "short"));
  }
}
