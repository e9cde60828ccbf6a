package org.saualnama.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The picture that stands where a link to results is shared. */
final class SharePictureTest {
  private final Lettering lettering = new Lettering();

  private static SharePicture picture(String question) {
    return new SharePicture(
        "9 мамыр: мереке ме, еске алу ма?",
        question,
        List.of(
            new SharePicture.Bar("Мереке", "33 %", 33, 29.5, 36.8),
            new SharePicture.Bar("Құрбандарды еске алу күні", "41 %", 41, 37.2, 45),
            new SharePicture.Bar("Екеуі де бірдей", "18 %", 18, 15, 21.4),
            new SharePicture.Bar("Ешқайсысы", "аз немесе ешкім", 0, 0, 0),
            new SharePicture.Bar("Айту қиын", "8 %", 8, 6, 10.4)),
        List.of("2026-11-27 күнгі 3-шығарылым", "Ашық сілтеме: кездейсоқ іріктеме емес"));
  }

  @Test
  void theTypefaceHasEveryLetterOfKazakhRussianAndEnglish() {
    String letters =
        "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
            + "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
            + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%<>.,:;?!–—«»“”…·()";
    assertEquals(
        "",
        letters
            .codePoints()
            .filter(letter -> !lettering.has(letter))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString());
  }

  @Test
  void itHasTheSizeThatOthersShowAndTheSameBytesEachTime() throws IOException {
    byte[] png = picture("Қалай ойлайсыз, 9 мамыр ең алдымен қандай күн болуы керек?").png();
    Files.write(Path.of("target", "share-kk.png"), png);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(SharePicture.WIDTH, image.getWidth());
    assertEquals(SharePicture.HEIGHT, image.getHeight());
    assertArrayEquals(
        png, picture("Қалай ойлайсыз, 9 мамыр ең алдымен қандай күн болуы керек?").png());
  }

  @Test
  void wordsThatAreTooLongForTheirLinesAreCutAndNothingRunsOver() {
    for (String words : List.of("а б в г д е ж з ".repeat(30), "ұ".repeat(400))) {
      List<String> lines = lettering.lines(words, 42, 1000, 2);
      assertTrue(lines.size() <= 2, lines::toString);
      lines.forEach(line -> assertTrue(lettering.width(line, 42) <= 1000, line));
      assertTrue(lines.get(lines.size() - 1).endsWith("…"), lines::toString);
    }
    assertEquals(List.of("бір екі"), lettering.lines("бір екі", 42, 1000, 2));
  }
}
