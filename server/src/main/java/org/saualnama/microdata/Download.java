package org.saualnama.microdata;

import java.util.concurrent.atomic.AtomicLong;

/** A file on its way to somebody: how far it is. Safe for threads. */
public final class Download {
  private final String who;
  private final MicrodataQuery query;
  private final AtomicLong written = new AtomicLong();
  private volatile long rows;

  Download(String who, MicrodataQuery query) {
    this.who = who;
    this.query = query;
  }

  /** Whether {@code name} has asked for it, of this survey. */
  public boolean is(String name, String survey) {
    return who.equals(name) && query.version().code().equals(survey);
  }

  /** In which format. */
  public Format format() {
    return query.format();
  }

  /** How many rows have gone out. */
  public long written() {
    return written.get();
  }

  /** How many there are; 0 while that isn't known. */
  public long rows() {
    return rows;
  }

  void begin(long all) {
    rows = all;
  }

  void add(int count) {
    written.addAndGet(count);
  }
}
