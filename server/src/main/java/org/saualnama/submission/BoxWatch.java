package org.saualnama.submission;

/** Hears how the ballot box does: how much, and never what or whose. */
public interface BoxWatch {
  /** So many more wait for their commit, or fewer. */
  default void waiting(int change) {}

  /**
   * A batch is durable.
   *
   * @param counted so many of it were new
   */
  default void committed(int counted, long nanos) {}

  /** Nobody knows what became of a batch. */
  default void doubtful() {}
}
