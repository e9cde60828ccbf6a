package org.saualnama.audit;

import java.security.MessageDigest;
import java.util.Optional;
import org.saualnama.secret.Hmac;

/** Walks a chain from its first line on and stops at the first broken link. */
final class Links {
  private final Hmac seals;
  private long number;
  private String last = Chain.START;

  Links(Hmac seals) {
    this.seals = seals;
  }

  /**
   * Adds the next line.
   *
   * @return what is wrong with it
   */
  Optional<String> add(long nextNumber, String line, byte[] seal) {
    if (nextNumber != number + 1) {
      return Optional.of("entry " + (number + 1) + " is missing");
    }
    if (!MessageDigest.isEqual(seals.of(line), seal)) {
      return Optional.of("entry " + nextNumber + " was not written by this server");
    }
    if (!Chain.calls(line, nextNumber)) {
      return Optional.of("entry " + nextNumber + " calls itself another");
    }
    if (!Chain.follows(line, last)) {
      return Optional.of("entry " + nextNumber + " does not follow the one before it");
    }
    number = nextNumber;
    last = Chain.hash(line);
    return Optional.empty();
  }

  /** How many lines hold together. */
  long number() {
    return number;
  }

  /** The hash of the last line that holds: note it elsewhere, and cutting off the end shows too. */
  String head() {
    return last;
  }
}
