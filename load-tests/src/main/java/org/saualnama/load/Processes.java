package org.saualnama.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a process and its children have used, as Linux counts it; nothing elsewhere. */
record Processes(ProcessHandle root) {
  private static final double TICKS_PER_SECOND = 100;

  /** Processor time of those alive, in seconds. */
  double cpuSeconds() {
    return all().mapToDouble(Processes::cpuSeconds).sum();
  }

  /** Memory of the root alone, in MB (RSS). */
  long residentMegabytes() {
    return kilobytes(root, "VmRSS:") / 1024;
  }

  /** The most it has ever been, in MB (RSS). */
  long mostMegabytes() {
    return kilobytes(root, "VmHWM:") / 1024;
  }

  private Stream<ProcessHandle> all() {
    return Stream.concat(Stream.of(root), root.descendants());
  }

  private static double cpuSeconds(ProcessHandle process) {
    List<String> stat = lines(process, "stat");
    if (stat.isEmpty()) {
      return 0;
    }
    // After the name in brackets, which may hold blanks: proc(5), utime and stime in ticks.
    String[] fields = stat.get(0).substring(stat.get(0).lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  private static long kilobytes(ProcessHandle process, String name) {
    return lines(process, "status").stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }

  private static List<String> lines(ProcessHandle process, String file) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      if (process.isAlive() && Files.exists(Path.of("/proc"))) {
        throw new UncheckedIOException(e);
      }
      return List.of();
    }
  }
}
