package org.saualnama.release;

/** Hears how releases go. */
public interface CutWatch {
  /** All surveys were looked through for releases that are due. */
  void looked();

  /** A release is being cut, and now it comes to {@code step}. One at a time in a node. */
  void step(String step);

  void cut(String survey, long nanos);

  void failed(String survey);
}
