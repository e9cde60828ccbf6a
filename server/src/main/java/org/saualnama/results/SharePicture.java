package org.saualnama.results;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * The core question's figures as a picture for where a link to them is shared (Open Graph's usual
 * 1200 by 630 pixels).
 *
 * @param foot what has to stand beside any figure: its release, how people came to answer
 */
record SharePicture(String title, String question, List<Bar> bars, List<String> foot) {
  static final int WIDTH = 1200;
  static final int HEIGHT = 630;

  private static final Lettering LETTERING = new Lettering();
  private static final Color PAPER = new Color(0xfaf9f7);
  private static final Color INK = new Color(0x212127);
  private static final Color SOFT = new Color(0x595963);
  private static final Color HAIR = new Color(0xdedbd6);
  private static final Color BAR = new Color(0x8577ad);

  private static final double EDGE = 56;
  private static final double LABELS = 400;
  private static final double SCALE = 540;
  private static final double MOST_PER_BAR = 62;
  private static final int MOST_BARS = 8;

  /**
   * One option.
   *
   * @param words its share, or what is said instead
   * @param percent 0 where it is not told, and so are the ends of its interval
   */
  record Bar(String label, String words, double percent, double low, double high) {
    /** An answer and its share, as a table has them. */
    static Bar of(Table.Column answer, Table.Cell share) {
      return share.value().isEmpty()
          ? new Bar(answer.label(), share.words(), 0, 0, 0)
          : new Bar(
              answer.label(),
              share.words(),
              Double.parseDouble(share.value()),
              Double.parseDouble(share.low()),
              Double.parseDouble(share.high()));
    }
  }

  /** The picture as PNG; the same bytes for the same figures. */
  byte[] png() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    draw(canvas);
    canvas.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(Graphics2D canvas) {
    box(canvas, PAPER, 0, 0, WIDTH, HEIGHT);
    double wide = WIDTH - 2 * EDGE;
    double y = EDGE + 18;
    write(canvas, SOFT, EDGE, y, LETTERING.lines(title, 26, wide, 1).get(0), 26);
    for (String line : LETTERING.lines(question, 42, wide, 2)) {
      y += 52;
      write(canvas, INK, EDGE, y, line, 42);
    }
    List<String> lines =
        foot.stream().flatMap(words -> LETTERING.lines(words, 20, wide, 2).stream()).toList();
    double bottom = HEIGHT - EDGE + 20 - 27 * lines.size();
    bars(canvas, y + 24, bottom - 14);
    for (int i = 0; i < lines.size(); i++) {
      write(canvas, SOFT, EDGE, bottom + 27 * i, lines.get(i), 20);
    }
  }

  /** In the order of the questionnaire: not by size, which would rank what may not differ. */
  private void bars(Graphics2D canvas, double top, double bottom) {
    List<Bar> shown = bars.subList(0, Math.min(MOST_BARS, bars.size()));
    double each = Math.min(MOST_PER_BAR, (bottom - top) / shown.size());
    double size = Math.min(26, each * 0.55);
    double from = EDGE + LABELS;
    for (int i = 0; i < shown.size(); i++) {
      Bar bar = shown.get(i);
      double y = top + i * each;
      double line = y + each / 2 + size * 0.36;
      String label = LETTERING.lines(bar.label(), size, LABELS - 20, 1).get(0);
      write(canvas, INK, EDGE, line, label, size);
      if (bar.percent() == 0) {
        write(canvas, SOFT, from, line, bar.words(), size);
        continue;
      }
      box(canvas, HAIR, from, y + each / 2 - 0.5, SCALE, 1);
      box(canvas, BAR, from, y + each * 0.2, at(bar.percent()), each * 0.6);
      if (bar.high() > 0) {
        box(canvas, INK, from + at(bar.low()), y + each / 2 - 1.5, at(bar.high() - bar.low()), 3);
        box(canvas, INK, from + at(bar.low()) - 1.5, y + each * 0.36, 3, each * 0.28);
        box(canvas, INK, from + at(bar.high()) - 1.5, y + each * 0.36, 3, each * 0.28);
      }
      write(canvas, INK, from + SCALE + 24, line, bar.words(), size);
    }
  }

  private static double at(double percent) {
    return percent / 100 * SCALE;
  }

  private static void box(Graphics2D canvas, Color colour, double x, double y, double w, double h) {
    canvas.setColor(colour);
    canvas.fill(new Rectangle2D.Double(x, y, w, h));
  }

  private static void write(
      Graphics2D canvas, Color colour, double x, double y, String words, double size) {
    canvas.setColor(colour);
    canvas.fill(LETTERING.at(x, y, words, size));
  }
}
