package org.saualnama.microdata;

import java.util.Arrays;

/**
 * An SPSS system file (.sav), its cases compressed by bytecodes: small whole numbers take a byte.
 *
 * <p>After "System File Format" in the GNU PSPP developers' guide; there is no kept library for
 * writing it in Java.
 */
final class SavWriter implements RowWriter {
  private static final int END = 252;
  private static final int PLAIN = 253;
  private static final int NOTHING = 255;

  private final Codebook codebook;
  private final LittleEndian out;
  private final byte[] codes = new byte[8];
  private final double[] plain = new double[8];
  private int coded;
  private int plains;

  SavWriter(Codebook codebook, LittleEndian out) {
    this.codebook = codebook;
    this.out = out;
  }

  @Override
  public void begin() {
    new SavDictionary(codebook, out).write();
  }

  @Override
  public void row(double[] cells) {
    for (double cell : cells) {
      double biased = cell + SavDictionary.BIAS;
      if (Double.isNaN(cell)) {
        add(NOTHING);
      } else if (biased >= 1 && biased <= 251 && biased == Math.rint(biased)) {
        add((int) biased);
      } else {
        plain[plains++] = cell;
        add(PLAIN);
      }
    }
  }

  @Override
  public void end() {
    add(END);
    while (coded > 0) {
      add(0);
    }
  }

  /** Eight codes, then in full what they could not say. */
  private void add(int code) {
    codes[coded++] = (byte) code;
    if (coded == codes.length) {
      out.bytes(Arrays.copyOf(codes, coded));
      for (int i = 0; i < plains; i++) {
        out.f64(plain[i]);
      }
      coded = 0;
      plains = 0;
    }
  }
}
