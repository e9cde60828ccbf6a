package org.saualnama.release;

/** Hears how releases go. */
public interface CutWatch {
  /** All surveys were looked through for releases that are due. */
  void looked();

  void cut(long nanos);

  void failed();
}
