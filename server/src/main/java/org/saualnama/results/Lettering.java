package org.saualnama.results;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Words as outlines of one typeface that has every letter of Kazakh, Russian and English, so that a
 * picture looks the same on a server without any fonts.
 */
final class Lettering {
  private static final String LIBERATION_SANS =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final TrueTypeFont font;
  private final double unitsPerEm;

  Lettering() {
    try (InputStream file = PDFont.class.getResourceAsStream(LIBERATION_SANS)) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(file));
      unitsPerEm = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the typeface has this letter. */
  boolean has(int letter) {
    return glyph(letter) != 0;
  }

  private int glyph(int letter) {
    try {
      return font.getUnicodeCmapLookup().getGlyphId(letter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How wide {@code words} are, in pixels, where an em is {@code size} pixels. */
  double width(String words, double size) {
    return words.codePoints().mapToDouble(letter -> advance(glyph(letter))).sum() * size;
  }

  private double advance(int glyph) {
    try {
      return font.getAdvanceWidth(glyph) / unitsPerEm;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The outlines of {@code words} that begin at {@code x} on the line {@code y}. */
  Shape at(double x, double y, String words, double size) {
    Path2D outlines = new Path2D.Double();
    double pen = x;
    for (int letter : words.codePoints().toArray()) {
      int glyph = glyph(letter);
      AffineTransform place = AffineTransform.getTranslateInstance(pen, y);
      place.scale(size / unitsPerEm, -size / unitsPerEm);
      outlines.append(place.createTransformedShape(outline(glyph)), false);
      pen += advance(glyph) * size;
    }
    return outlines;
  }

  private Shape outline(int glyph) {
    try {
      return font.getGlyph().getGlyph(glyph).getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@code words} in lines no wider than {@code width} pixels.
   *
   * @param most the last of so many ends in "…" if there is more to say
   */
  List<String> lines(String words, double size, double width, int most) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, size) <= width || line.isEmpty()) {
        line = longer;
      } else if (lines.size() + 1 < most) {
        lines.add(line);
        line = word;
      } else {
        lines.add(cut(longer, size, width));
        return lines;
      }
    }
    lines.add(cut(line, size, width));
    return lines;
  }

  private String cut(String words, double size, double width) {
    String shorter = words;
    while (width(shorter, size) > width) {
      shorter = shorter.substring(0, shorter.length() - 2) + "…";
    }
    return shorter;
  }
}
