package org.saualnama.disclosure;

/** A row as it is or was published, with who answered it. */
record RowVersion(ProtectedRow row, Answerers answerers) {}
