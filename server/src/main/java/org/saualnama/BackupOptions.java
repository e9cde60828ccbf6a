package org.saualnama;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which file to back up into, or to restore from. */
final class BackupOptions {
  @Option(
      names = "--backup",
      paramLabel = "FILE",
      description =
          "Writes all that the database holds into FILE, sealed under the secret, and exits; the"
              + " server may be running.")
  private Path backup;

  @Option(
      names = "--restore",
      paramLabel = "FILE",
      description =
          "Makes an installation of a backup in an empty database, under the secret that it was"
              + " made under, and exits.")
  private Path restore;

  boolean backsUp() {
    return backup != null;
  }

  boolean restores() {
    return restore != null;
  }

  /** The one that was asked for. */
  Optional<Path> file() {
    return Stream.of(Optional.ofNullable(backup), Optional.ofNullable(restore))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
