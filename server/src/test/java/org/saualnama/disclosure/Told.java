package org.saualnama.disclosure;

import java.util.List;

/** What earlier releases of a test have told. */
final class Told {
  private Told() {}

  /** These, oldest first. */
  static ToldRows of(List<RowVersion> versions) {
    ToldRows told = new ToldRows();
    versions.forEach(one -> told.add(one.row().key(), one.row().asOf(), one.answerers()));
    return told;
  }
}
