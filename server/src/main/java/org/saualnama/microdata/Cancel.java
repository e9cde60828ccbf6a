package org.saualnama.microdata;

/** Somebody's wish that work stops, with what it takes to stop at once. Safe for threads. */
final class Cancel {
  private boolean wished;
  private Runnable stop = () -> {};

  /** Stops what is going on, and all that comes. */
  synchronized void now() {
    if (!wished) {
      wished = true;
      stop.run();
    }
  }

  /** What to do when it is wished; at once if it has been. */
  synchronized void by(Runnable stopping) {
    stop = stopping;
    if (wished) {
      stopping.run();
    }
  }

  synchronized boolean wished() {
    return wished;
  }
}
