package org.saualnama.microdata;

/**
 * Turns a codebook and rows into the bytes of one format, row by row, so that a file of any length
 * takes little memory: what has been written can be taken out of the buffer at any time.
 */
interface RowWriter {
  void begin();

  /** Cells in the order of the variables; NaN where there is no answer. */
  void row(double[] cells);

  void end();
}
