package org.saualnama.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The time of day as a process sees it that libfaketime was loaded into: as a file says. */
final class JumpingClock {
  private static final Path LIBRARIES = Path.of("/usr/lib");
  private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

  private final Path library;
  private final Path jump;

  private JumpingClock(Path library, Path jump) {
    this.library = library;
    this.jump = jump;
  }

  /** One that hasn't jumped yet; empty where there is no libfaketime. */
  static Optional<JumpingClock> in(Path folder) {
    Path jump = folder.resolve("jump");
    try (Stream<Path> machines = Files.list(LIBRARIES)) {
      return machines
          .map(machine -> machine.resolve(LIBRARY))
          .filter(Files::exists)
          .findFirst()
          .map(library -> new JumpingClock(library, jump).at("+0"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What a process needs in its environment; how much time passes is nobody's to change. */
  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        "FAKETIME_NO_CACHE",
        "1",
        "FAKETIME_TIMESTAMP_FILE",
        jump.toString());
  }

  /** Jumps, to so far from what time it is, such as {@code +1d}. */
  JumpingClock at(String distance) {
    try {
      Path next = Files.writeString(jump.resolveSibling("next jump"), distance + "\n");
      Files.move(next, jump, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
