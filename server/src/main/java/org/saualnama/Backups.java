package org.saualnama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.saualnama.backup.PgBackup;
import org.saualnama.backup.PgRestore;
import org.saualnama.postgres.DatabaseUrl;
import org.saualnama.secret.Secret;

/** Backing up and restoring, as told to whoever asked for it. */
record Backups(Secret secret, Consumer<String> say) {

  void make(DatabaseUrl database, Path file) throws IOException {
    PgBackup.write(database, secret, file);
    say.accept("Backed up into %s (%d bytes).".formatted(file, Files.size(file)));
    say.accept("Only with the secret can it be read: keep them apart.");
  }

  void restore(DatabaseUrl database, Path file) throws IOException {
    Map<String, Integer> releases = PgRestore.read(database, secret, file);
    say.accept("Restored from " + file + ". Nobody is signed in.");
    releases.forEach(
        (survey, release) -> say.accept("  %s: release %d is the last".formatted(survey, release)));
    say.accept("Look at these before you serve:");
    say.accept("  releases that were published later are gone: say so in an erratum");
    say.accept("  accounts and keys that were taken away later are back: take them away again");
  }
}
