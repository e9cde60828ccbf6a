package org.saualnama.microdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What R's haven reads in our .sav and .dta files. */
final class HavenTest {
  @TempDir private static Path folder;

  private static List<String> ask(Format format, String language, String commands)
      throws IOException {
    String haven = "cat(requireNamespace('haven', quietly = TRUE))";
    assumeTrue(
        Program.run("Rscript", List.of("--vanilla", "-e", haven)).contains("TRUE"),
        "skipped: R has no package `haven`");
    Path file = folder.resolve("garden." + format.code());
    Files.write(file, Garden.file(format, language, 1));
    String read = format == Format.SAV ? "read_sav(f, user_na = TRUE)" : "read_dta(f)";
    Path script =
        Files.writeString(
            folder.resolve("ask.R"),
            "library(haven)\nf <- '"
                + file
                + "'\nd <- "
                + read
                + "\n"
                + "say <- function(x) cat(paste(x, collapse = '|'), '\\n', sep = '')\n"
                + commands);
    return Program.run("Rscript", List.of("--vanilla", script.toString())).lines().toList();
  }

  @Test
  void spssFilesHaveLabelsInTheirLanguage() throws IOException {
    assertEquals(
        List.of(
            "5|13",
            "Что Вы выращиваете?: Яблоки",
            "город Алматы|Село|Предпочитаю не отвечать",
            "1|2|-2",
            "1|2|-2|2|NA",
            "-4|-3",
            "7|-1|500|0|NA"),
        ask(
            Format.SAV,
            "ru",
            """
            say(dim(d))
            say(attr(d$grown_apples, 'label'))
            say(names(attr(d$place, 'labels')))
            say(attr(d$place, 'labels'))
            say(as.vector(d$place))
            say(attr(d$warmth, 'na_range'))
            say(as.vector(d$trees))
            """));
  }

  @Test
  void stataFilesHaveThemToo() throws IOException {
    assertEquals(
        List.of(
            "5|13",
            "Бақша туралы сауалнама",
            "Не өсіресіз?: Алма",
            "Жылулық",
            "Алматы қаласы|Ауыл|Жауап бергім келмейді",
            "1|2|NA|2|NA",
            "NA|NA|a|NA|NA",
            "7|NA|500|0|NA",
            "NA|a|NA|NA|NA",
            "-31|NA|40|NA|NA",
            "0.25|0.583333|0.916667|1.25|1.583333",
            "1|1|1|1|2"),
        ask(
            Format.DTA,
            "kk",
            """
            say(dim(d))
            say(attr(d, 'label'))
            say(attr(d$grown_apples, 'label'))
            say(attr(d$warmth, 'label'))
            say(names(attr(d$place, 'labels')))
            say(as.vector(d$place))
            say(na_tag(d$place))
            say(as.vector(d$trees))
            say(na_tag(d$trees))
            say(as.vector(d$weight_2))
            say(round(as.vector(d$weight), 6))
            say(as.vector(d$collector))
            """));
  }
}
