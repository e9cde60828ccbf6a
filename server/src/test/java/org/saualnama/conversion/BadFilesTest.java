package org.saualnama.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.saualnama.refusal.Refusal;
import org.saualnama.refusal.Refusal.Reason;
import org.saualnama.survey.DefinitionYaml;

/** Whatever is sent, the answer is a definition or a refusal. */
final class BadFilesTest {
  private static final Map<Format, byte[]> SOUND =
      Map.of(
          Format.XLSFORM, Sheets.park(),
          Format.LIMESURVEY, Lss.park(),
          Format.SURVEYJS, SurveyJsTest.PARK);

  private static Refusal refusal(byte[] file, Format format) {
    return assertThrows(Refusal.class, () -> Converted.of(file, format));
  }

  private static String code(byte[] file, Format format) {
    return refusal(file, format).problems().get(0).code();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aFileOfAnotherFormatIsNamedSo() {
    assertEquals("not_a_workbook", code(Lss.park(), Format.XLSFORM));
    assertEquals("not_xml", code(Sheets.park(), Format.LIMESURVEY));
    assertEquals("not_json", code(Lss.park(), Format.SURVEYJS));
    assertEquals("not_surveyjs", code(bytes("{}"), Format.SURVEYJS));
    assertEquals("not_surveyjs", code(bytes("[1]"), Format.SURVEYJS));
    assertEquals("not_limesurvey", code(bytes("<document/>"), Format.LIMESURVEY));
    byte[] accounts = new Sheets().with("accounts", "type | name", "text | a").bytes();
    assertEquals("no_survey_sheet", code(accounts, Format.XLSFORM));
    for (Format format : Format.values()) {
      assertEquals(Reason.MALFORMED, refusal(new byte[0], format).reason());
    }
  }

  @Test
  void aFileWithoutAQuestionIsNone() {
    byte[] sheet = new Sheets().with("survey", "type | name", "geopoint | a").bytes();
    assertEquals("no_questions", code(sheet, Format.XLSFORM));
    assertEquals("no_questions", code(bytes("{\"pages\":[]}"), Format.SURVEYJS));
    assertEquals("no_questions", code(new Lss().bytes(), Format.LIMESURVEY));
  }

  @Test
  void noDocumentTypeIsTakenSoThatNoEntityIs() {
    String lss = new String(Lss.park(), StandardCharsets.UTF_8);
    String type =
        "<!DOCTYPE document [<!ENTITY e SYSTEM \"file:///etc/hostname\">"
            + "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>\n<document>";
    for (String entity : List.of("", "&e;", "&b;")) {
      String file = lss.replaceFirst("<document>", type).replace("<![CDATA[visited]]>", entity);
      assertEquals("not_xml", code(bytes(file), Format.LIMESURVEY));
    }
  }

  @Test
  void aSmallArchiveThatUnpacksToALotIsTooLarge() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/media/image.png"));
      byte[] nothing = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        zip.write(nothing);
      }
    }
    assertTrue(out.size() < Conversion.LONGEST);
    assertEquals(Reason.TOO_LARGE, refusal(out.toByteArray(), Format.XLSFORM).reason());
  }

  @Test
  void aCellBeyondAllColumnsIsNotMadeRoomFor() throws IOException {
    for (String column : List.of("AAA", "ZZZZZ", "ZZZZZZZ", "", "&#90;&#90;&#90;&#90;&#90;&#90;")) {
      byte[] file = with(Sheets.park(), "r=\"A2\"", "r=\"" + column + "2\"");
      assertThrows(Refusal.class, () -> Converted.of(file, Format.XLSFORM), column);
    }
  }

  private static byte[] with(byte[] workbook, String from, String to) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts(workbook).entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        String text = new String(part.getValue(), StandardCharsets.UTF_8);
        zip.write(bytes(text.replace(from, to)));
      }
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
      for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return parts;
  }

  @Test
  void moreOptionsThanAnybodyReadsAreTooMany() {
    String[] choices = new String[3001];
    String[] questions = new String[11];
    Arrays.setAll(choices, i -> i == 0 ? "list_name | name | label" : "a | o" + i + " | Option");
    Arrays.setAll(questions, i -> i == 0 ? "type | name | label" : "select_one a | q" + i + " | Q");
    byte[] file = new Sheets().with("survey", questions).with("choices", choices).bytes();
    assertEquals(Reason.TOO_LARGE, refusal(file, Format.XLSFORM).reason());
  }

  @Test
  void whateverIsBrokenInAFileItIsRefusedOrConvertedAndNothingElse() throws IOException {
    Random random = new Random(77);
    for (Map.Entry<Format, byte[]> sound : SOUND.entrySet()) {
      for (int i = 0; i < 600; i++) {
        byte[] broken = broken(sound.getValue(), random);
        if (sound.getKey() == Format.XLSFORM && i % 2 == 0) {
          broken = brokenInside(sound.getValue(), random);
        }
        convertOrRefuse(broken, sound.getKey());
      }
    }
  }

  private static void convertOrRefuse(byte[] file, Format format) {
    try {
      ConvertedQuestionnaire converted = Converted.of(file, format);
      DefinitionYaml.text(converted.definition());
      Converted.problems(converted);
    } catch (Refusal expected) {
      assertTrue(List.of(Reason.MALFORMED, Reason.TOO_LARGE).contains(expected.reason()));
    }
  }

  private static byte[] broken(byte[] sound, Random random) {
    byte[] broken = sound.clone();
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(broken.length);
      switch (random.nextInt(3)) {
        case 0 -> broken[at] = (byte) random.nextInt(256);
        case 1 -> broken = Arrays.copyOf(broken, Math.max(1, at));
        default -> {
          int from = random.nextInt(broken.length);
          int length = Math.min(random.nextInt(40), broken.length - Math.max(at, from));
          System.arraycopy(sound, Math.min(from, sound.length - length), broken, at, length);
        }
      }
    }
    return broken;
  }

  /** A sound archive of which one part is broken. */
  private static byte[] brokenInside(byte[] workbook, Random random) throws IOException {
    Map<String, byte[]> parts = parts(workbook);
    List<String> names = List.copyOf(parts.keySet());
    String chosen = names.get(random.nextInt(names.size()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        boolean hit = part.getKey().equals(chosen);
        zip.write(hit ? broken(part.getValue(), random) : part.getValue());
      }
    }
    return out.toByteArray();
  }

  @Test
  void jsonOfAnyShapeIsRefusedOrConverted() {
    for (String element :
        List.of(
            "1",
            "null",
            "[]",
            "{}",
            "{\"type\":1}",
            "{\"type\":\"radiogroup\"}",
            "{\"type\":\"radiogroup\",\"choices\":{},\"name\":{}}",
            "{\"type\":\"radiogroup\",\"choices\":[null,[],{},{\"value\":{}},true,1.5,\"\"]}",
            "{\"type\":\"rating\",\"rateMin\":-2147483648,\"rateMax\":2147483647}",
            "{\"type\":\"rating\",\"rateMin\":\"x\",\"rateCount\":1e9}",
            "{\"type\":\"matrix\",\"rows\":1,\"columns\":[{\"text\":{\"ru\":1}}]}",
            "{\"type\":\"multipletext\",\"items\":[1,{}]}",
            "{\"type\":\"panel\",\"elements\":{\"a\":1},\"visibleIf\":7}",
            "{\"type\":\"text\",\"name\":\"\\u0085\\u2028\",\"title\":{\"ru\":\"\\ufffe\"}}",
            "{\"type\":\"text\",\"name\":\""
                + "я".repeat(9000)
                + "\",\"inputType\":\"number\",\"min\":1e99}")) {
      for (String whole :
          List.of("{\"elements\":[%s]}", "{\"pages\":[{\"elements\":[%s]}]}", "{\"pages\":[%s]}")) {
        convertOrRefuse(bytes(whole.formatted(element)), Format.SURVEYJS);
      }
    }
  }
}
