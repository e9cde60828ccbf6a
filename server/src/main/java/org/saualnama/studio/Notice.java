package org.saualnama.studio;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has just been done, told on the page that follows. It travels in the address as one of these
 * few words: so nothing has to be kept, and nobody can put words of his own into a link.
 */
public enum Notice {
  SAVED,
  CREATED,
  REMOVED,
  SIGNED_OUT,
  PUBLISHED,
  PAUSED,
  RESUMED,
  CLOSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Notice> of(String code) {
    return Stream.of(values()).filter(notice -> notice.code().equals(code)).findFirst();
  }
}
