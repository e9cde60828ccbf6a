package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds SECURITY.md to the tests that it names. */
final class SecurityChecklistTest {
  private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+Test\\b");

  @Test
  void everyTestThatItNamesExists() throws IOException {
    Set<String> there;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      there =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    List<String> missing =
        TEST.matcher(text())
            .results()
            .map(MatchResult::group)
            .distinct()
            .filter(name -> !there.contains(name))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void noChapterIsLeftOut() throws IOException {
    String text = text();
    IntStream.rangeClosed(1, 14)
        .forEach(chapter -> assertTrue(text.contains("### V" + chapter + " "), "V" + chapter));
  }

  private static String text() throws IOException {
    return Files.readString(Path.of("../SECURITY.md"));
  }
}
