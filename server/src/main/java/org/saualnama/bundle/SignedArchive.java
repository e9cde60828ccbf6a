package org.saualnama.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.saualnama.secret.Digest;
import org.saualnama.secret.SigningKey;

/**
 * Writes a ZIP file of one folder, with the SHA-256 of every file in a list as {@code sha256sum}
 * reads it, and a signature of that list. The same files make the same bytes, for nothing in it
 * tells when or where it was written.
 */
final class SignedArchive {
  static final String SUMS = "SHA256SUMS";
  static final String SIGNATURE = "SHA256SUMS.sig";

  /** The first day that ZIP knows. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final String folder;
  private final SigningKey key;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);
  private final StringBuilder sums = new StringBuilder();

  /** Of one folder, signed by this key. */
  SignedArchive(String folder, SigningKey key) {
    this.folder = folder;
    this.key = key;
  }

  /** Adds a file; the order of files is the author's, and part of the bytes. */
  void add(String name, byte[] file) {
    sums.append(HexFormat.of().formatHex(Digest.sha256(file)))
        .append("  ")
        .append(name)
        .append('\n');
    write(name, file);
  }

  void add(String name, String file) {
    add(name, file.getBytes(StandardCharsets.UTF_8));
  }

  /** The whole file, once everything is in. */
  byte[] signed() {
    byte[] list = sums.toString().getBytes(StandardCharsets.UTF_8);
    write(SUMS, list);
    write(SIGNATURE, key.sign(list));
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write(String name, byte[] file) {
    ZipEntry entry = new ZipEntry(folder + "/" + name);
    entry.setTimeLocal(NO_TIME);
    try {
      zip.putNextEntry(entry);
      zip.write(file);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
