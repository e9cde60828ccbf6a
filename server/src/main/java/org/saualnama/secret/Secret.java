package org.saualnama.secret;

import at.favre.lib.hkdf.HKDF;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** The one secret of an installation, kept in a file and never in the database. */
public final class Secret {
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final byte[] pseudoRandomKey;

  private Secret(byte[] bytes) {
    this.pseudoRandomKey = HKDF.fromHmacSha256().extract(new byte[0], bytes);
  }

  /**
   * Reads the secret, and makes it with mode 0600 where the file is missing.
   *
   * @throws IOException if the file can't be read or written
   * @throws IllegalArgumentException if others may read it, or it holds no secret
   */
  public static Secret from(Path file) throws IOException {
    return from(file, Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY")).map(Path::of));
  }

  /**
   * The same.
   *
   * @param credentials where systemd puts what only this service may read: it says so by an access
   *     control list, which shows as a mode that a group may read
   */
  static Secret from(Path file, Optional<Path> credentials) throws IOException {
    if (Files.notExists(file)) {
      create(file);
    }
    boolean guarded = credentials.filter(file::startsWith).isPresent();
    if (!guarded && !Files.getPosixFilePermissions(file).stream().allMatch(OWNER_ONLY::contains)) {
      throw new IllegalArgumentException("may be read by others: run chmod 600 on it");
    }
    String hex = Files.readString(file, StandardCharsets.US_ASCII).strip();
    if (!hex.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
      throw new IllegalArgumentException(
          "does not hold " + 2 * BYTES + " hexadecimal digits: put the right file back");
    }
    return new Secret(HexFormat.of().parseHex(hex));
  }

  private static void create(Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    // Whole under another name first: a half-written secret would seal answers for nobody.
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", "", ownerOnly);
    try {
      Files.writeString(draft, HexFormat.of().formatHex(bytes) + "\n", StandardOpenOption.DSYNC);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another node of this installation was faster; its secret is the one to use.
    } finally {
      Files.delete(draft);
    }
  }

  /**
   * A key for one purpose only, by HKDF-SHA256 (RFC 5869).
   *
   * @param purpose what the key is for, with all that sets it apart (survey, day), in order
   * @return 32 bytes
   */
  public byte[] key(String... purpose) {
    String info = String.join("\n", purpose);
    return HKDF.fromHmacSha256()
        .expand(pseudoRandomKey, info.getBytes(StandardCharsets.UTF_8), BYTES);
  }
}
