package org.saualnama.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saualnama.refusal.Refusal;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

/** Files of interviews, read in pieces of every size. */
final class RowReaderTest {
  private static final SurveyVersion EVENT = ShippedSurveys.eventFeedback();
  private static final SurveyVersion MAY9 = ShippedSurveys.may9();

  @Test
  void aColumnIsAnAnswerAndAnEmptyCellIsNone() {
    assertEquals(
        List.of("2 {attendance=\"online\", usefulness=\"4\"}", "3 {usefulness=\"hard_to_say\"}"),
        csv(EVENT, "usefulness,attendance\n4,online\nhard_to_say,\n"));
  }

  @Test
  void severalChoicesHaveAColumnEach() {
    String head = "usefulness,liked.talks,liked.discussion,liked.other,liked.other.text\n";
    assertEquals(
        List.of(
            "2 {liked=[\"talks\",\"other\"], liked.other=\"the lake\", usefulness=\"5\"}",
            "3 {usefulness=\"5\"}",
            "4 {liked=[\"discussion\"], usefulness=\"5\"}"),
        csv(EVENT, head + "5,1,0,1,the lake\n5,,,,\n5,,1,,\n"));
  }

  @Test
  void aGridHasAColumnForEachRow() {
    assertEquals(
        List.of("2 {forms_public={\"parade\":\"should\",\"silence\":\"hard_to_say\"}}"),
        csv(
            MAY9,
            "forms_public.parade,forms_public.march,forms_public.silence\nshould,,hard_to_say\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comment,usefulness\n\"Tea, and \"\"quiet\"\"\nby the lake\",3\nShort,2\n",
        "\uFEFFcomment,usefulness\n\"Tea, and \"\"quiet\"\"\nby the lake\",3\nShort,2",
        "\uFEFF\"comment\",\"usefulness\"\r\n\"Tea, and \"\"quiet\"\"\nby the lake\",3\r\n\"Short\",2\r\n",
        "comment,usefulness\r\"Tea, and \"\"quiet\"\"\nby the lake\",\"3\"\rShort,2\r"
      })
  void quotesMarksAndLineEndsAreAsProgramsWriteThem(String file) {
    String tea = "comment=\"Tea, and \\\"quiet\\\"\\nby the lake\"";
    assertEquals(
        List.of("2 {" + tea + ", usefulness=\"3\"}", "4 {comment=\"Short\", usefulness=\"2\"}"),
        csv(EVENT, file));
  }

  @Test
  void blankLinesAreNoRowsButCount() {
    assertEquals(
        List.of("3 {comment=\"Көл\"}", "5 {comment=\"Озеро\"}"),
        csv(EVENT, "comment\n\nКөл\n  \nОзеро\n\n"));
  }

  @Test
  void unknownColumnsAreNamedBeforeAnyRowIsRead() {
    Refusal refusal =
        assertThrows(
            Refusal.class,
            () -> csv(EVENT, "id,usefulness,liked,liked.tea,usefulness\nx,99,y,z,w\n"));
    assertEquals(
        List.of(
            "id unknown_column",
            "liked unknown_column",
            "liked.tea unknown_column",
            "usefulness repeated"),
        refusal.problems().stream().map(p -> p.field() + " " + p.code()).toList());
  }

  @Test
  void columnsAreIgnoredByName() {
    assertEquals(
        List.of("2 {usefulness=\"4\"}"),
        rows(new CsvRows(EVENT, "en", Set.of("id", "note")), "id,usefulness,note\n17,4,=1+1\n", 3));
  }

  @Test
  void whatACellCanNotSayIsAProblemOfItsRow() {
    assertEquals(
        List.of(
            "2 [liked.talks wrong_shape]",
            "3 [liked nothing_chosen]",
            "4 [row wrong_shape]",
            "5 [row wrong_shape]",
            "6 {liked=[\"talks\"]}"),
        csv(EVENT, "liked.talks,liked.nothing\nyes,0\n0,0\n1\n1,0,0\n1,0\n"));
  }

  @Test
  void whatIsNoFileOfTextIsRefusedByLine() {
    assertRefused("line 3 wrong_quote", "comment\nfine\nnot \"fine\"\n");
    assertRefused("line 2 wrong_quote", "comment\n\"open\nfor ever\n");
    assertRefused("line 2 wrong_quote", "comment\n\"closed\" twice\n");
    assertRefused("line 2 not_text", "comment\n\0\n");
    assertRefused("line 2 too_long", "comment\n" + "x".repeat(70_000));
    assertRefused("line 1 too_many_columns", ",".repeat(6_000));
    byte[] latin = "comment\ncaf\u00e9\n".getBytes(ISO_8859_1);
    Refusal refusal =
        assertThrows(Refusal.class, () -> rows(new CsvRows(EVENT, "en", Set.of()), latin, 5));
    assertEquals("line 2 not_utf8", first(refusal));
  }

  private static void assertRefused(String what, String file) {
    assertEquals(what, first(assertThrows(Refusal.class, () -> csv(EVENT, file))));
  }

  private static String first(Refusal refusal) {
    return refusal.problems().get(0).field() + " " + refusal.problems().get(0).code();
  }

  @Test
  void aLineOfJsonIsASubmissionWithoutWhatAllHaveInCommon() {
    String file =
        "\uFEFF{\"answers\":{\"usefulness\":4,\"liked\":[\"talks\"]},\"first\":{\"liked\":\"talks\"}}\r\n"
            + "\n{\"answers\":{\"comment\":\"Көл\"}}";
    for (int size : new int[] {1, 2, 3, 7, 1_000}) {
      assertEquals(
          List.of("1 {liked=[\"talks\"], usefulness=4} liked=talks", "3 {comment=\"Көл\"}"),
          rows(new NdjsonRows(1, "en"), file, size));
    }
  }

  @Test
  void aLineThatIsNoInterviewSpoilsNoOther() {
    assertEquals(
        List.of(
            "1 [line not_json]",
            "2 [line wrong_shape]",
            "3 [line unknown_member]",
            "4 [answers wrong_shape]",
            "5 {usefulness=4}"),
        rows(
            new NdjsonRows(1, "en"),
            "{\n7\n{\"answers\":{},\"version\":1}\n{\"answers\":[]}\n{\"answers\":{\"usefulness\":4}}\n",
            4));
  }

  /** Whatever the size of the pieces, the rows are the same. */
  private static List<String> csv(SurveyVersion version, String file) {
    List<List<String>> readings =
        IntStream.of(1, 2, 3, 5, 64, 100_000)
            .mapToObj(size -> rows(new CsvRows(version, "en", Set.of()), file, size))
            .toList();
    readings.forEach(reading -> assertEquals(readings.get(0), reading));
    return readings.get(0);
  }

  private static List<String> rows(RowReader reader, String file, int size) {
    return rows(reader, file.getBytes(UTF_8), size);
  }

  private static List<String> rows(RowReader reader, byte[] file, int size) {
    List<String> rows = new ArrayList<>();
    for (int from = 0; from < file.length; from += size) {
      reader.read(
          Arrays.copyOfRange(file, from, Math.min(from + size, file.length)),
          row -> rows.add(words(row)));
    }
    reader.end(row -> rows.add(words(row)));
    return rows;
  }

  private static String words(SentRow row) {
    if (!row.problems().isEmpty()) {
      return row.line()
          + " "
          + row.problems().stream().map(p -> p.field() + " " + p.code()).toList();
    }
    Map<String, String> first = row.interview().shown().first();
    return row.line()
        + " "
        + new TreeMap<>(row.interview().answers())
        + (first.isEmpty() ? "" : " liked=" + first.get("liked"));
  }
}
