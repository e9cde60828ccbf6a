package org.saualnama.load;

import java.time.Duration;

/** One line of what is printed: a crowd's findings beside what they cost which processes. */
final class Row {
  private static final String LINE = "| %-46s | %9s | %8s | %8s | %8s | %8s | %8s | %8s | %s |%n";

  private Row() {}

  static void head() {
    System.out.printf(
        LINE,
        "what",
        "a second",
        "p50 ms",
        "p99 ms",
        "p99.9 ms",
        "server",
        "postgres",
        "RSS MB",
        "answers by status");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
  }

  /**
   * Prints a line.
   *
   * @param server the server's processor time over that time, in seconds
   * @param postgres PostgreSQL's
   */
  static void of(String what, Findings found, double server, double postgres, long resident) {
    System.out.printf(
        LINE,
        what,
        "%,.0f".formatted(found.perSecond()),
        "%.2f".formatted(found.millisAt(50)),
        "%.2f".formatted(found.millisAt(99)),
        "%.2f".formatted(found.millisAt(99.9)),
        "%.2f".formatted(server / found.seconds()),
        "%.2f".formatted(postgres / found.seconds()),
        resident,
        found.told());
  }

  /** A line of one figure. */
  static void of(String what, String figure) {
    System.out.printf("%s: %s%n", what, figure);
  }

  static void of(String what, Duration took) {
    of(what, "%.2f s".formatted(took.toMillis() / 1e3));
  }
}
