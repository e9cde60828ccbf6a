package org.saualnama.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own in memory, so small that a test can fill it; only root makes one. */
final class SmallVolume implements AutoCloseable {
  private static final int MEGABYTE = 1 << 20;

  private final Path folder;
  private final Path ballast;

  private SmallVolume(Path folder) {
    this.folder = folder;
    this.ballast = folder.resolve("ballast");
  }

  /** Whether this user of this machine may have one at {@code folder}. */
  static boolean isAllowed(Path folder) {
    boolean allowed = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString());
    if (allowed) {
      run("umount", folder.toString());
    }
    return allowed;
  }

  /** Mounts one of so many megabytes at {@code folder}. */
  static SmallVolume mount(Path folder, int megabytes) {
    String size = "size=" + megabytes + "m,mode=0700";
    if (!run("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString())) {
      throw new IllegalStateException("can't mount at " + folder);
    }
    return new SmallVolume(folder);
  }

  Path folder() {
    return folder;
  }

  /** Takes all that is left but so many megabytes. */
  void fillBut(int megabytes) throws IOException {
    try (OutputStream all = Files.newOutputStream(ballast)) {
      while (free() > (long) megabytes * MEGABYTE) {
        all.write(new byte[64 << 10]);
      }
    } catch (IOException e) {
      if (free() > MEGABYTE) {
        throw e;
      }
    }
  }

  private long free() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  /** Gives it back. */
  void clear() throws IOException {
    Files.delete(ballast);
  }

  /** What still has files open there keeps them until it ends. */
  @Override
  public void close() {
    run("umount", "--lazy", folder.toString());
  }

  private static boolean run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
