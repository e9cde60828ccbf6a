package org.saualnama;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One source file of the server, as its place in the house is told by its name.
 *
 * @param feature its package's last name; empty for the root package
 */
record Source(String feature, String name, List<String> lines) {
  static final Path MAIN = Path.of("src/main/java/org/saualnama");

  private static final String ROOT = "org.saualnama";
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

  /** All of them, but for what only describes a package. */
  static List<Source> all() {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .map(Source::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source read(Path file) {
    try {
      Path folder = MAIN.relativize(file).getParent();
      return new Source(
          folder == null ? "" : folder.toString(),
          file.getFileName().toString().replace(".java", ""),
          Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A place of its own name: {@code feature.Name}. */
  String id() {
    return feature.isEmpty() ? name : feature + "." + name;
  }

  int floor() {
    return floor(feature, name);
  }

  /** 3 composes, 2 speaks HTTP, 1 speaks to the database, the clock or others, 0 is pure. */
  static int floor(String feature, String name) {
    if (feature.isEmpty()) {
      return 3;
    }
    if (feature.equals("http") || name.matches("\\w+(Routes|Page|Gate)")) {
      return 2;
    }
    return List.of("postgres", "work").contains(feature)
            || name.matches("(Pg|Remote)[A-Z]\\w*|\\w+Verticle")
        ? 1
        : 0;
  }

  /** What it imports, in full, without {@code static} and without a member's name. */
  List<String> imports() {
    return lines.stream()
        .filter(line -> line.startsWith("import "))
        .map(line -> line.replaceAll("^import (static )?|;$", ""))
        .map(name -> name.replaceFirst("^([a-z0-9_.]+\\.[A-Z]\\w*).*", "$1"))
        .toList();
  }

  /** The same of this project only, as {@link #id}. */
  List<String> ownImports() {
    return imports().stream()
        .filter(name -> name.startsWith(ROOT + "."))
        .map(name -> name.substring(ROOT.length() + 1))
        .toList();
  }

  /** Without comments and imports. */
  String code() {
    String code =
        String.join("\n", lines.stream().filter(line -> !line.startsWith("import ")).toList());
    return COMMENT.matcher(code).replaceAll("");
  }
}
