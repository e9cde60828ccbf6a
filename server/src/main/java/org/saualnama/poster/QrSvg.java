package org.saualnama.poster;

import io.nayuki.qrcodegen.QrCode;

/** An address as a QR code, drawn as one path so that it prints sharp at any size. */
final class QrSvg {
  /** Modules of white that readers need on every side. */
  private static final int QUIET = 4;

  private QrSvg() {}

  /**
   * Still read with an eighth of it dirty or torn.
   *
   * @param name what it says to those who can't see it; plain text without markup
   */
  static String of(String address, String name) {
    QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
    int size = code.size + 2 * QUIET;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" role=\"img\""
            .formatted(size)
        + " aria-label=\"%s\" shape-rendering=\"crispEdges\">".formatted(escaped(name))
        + "<path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/>".formatted(size)
        + "<path fill=\"#000\" d=\"%s\"/></svg>".formatted(dark(code));
  }

  private static String dark(QrCode code) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int from = x;
        while (code.getModule(x, y)) {
          x++;
        }
        if (x > from) {
          int run = x - from;
          path.append("M%d %dh%dv1h-%dz".formatted(from + QUIET, y + QUIET, run, run));
        }
      }
    }
    return path.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
