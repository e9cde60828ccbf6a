package org.saualnama.load;

/** Is told what a crowd meets with. */
interface Found {
  /**
   * One answer; all times in nanoseconds as {@link System#nanoTime}.
   *
   * @param since when whoever asked came, or was ready to ask
   * @param sent when the question went out: later, where the generator was late or every connection
   *     in use
   */
  void answered(int status, long since, long sent, long now);

  /** A whole visit is over. */
  void visited();

  void failed(Throwable cause);

  void ended();
}
