package org.saualnama.microdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GNU PSPP reads in our .sav files. */
final class PsppTest {
  @TempDir private static Path folder;

  private static String ask(String language, int times, String commands) throws IOException {
    Path file = Files.write(folder.resolve("garden.sav"), Garden.file(Format.SAV, language, times));
    String script = "GET FILE='" + file + "'.\n" + commands;
    Path syntax = Files.writeString(folder.resolve("ask.sps"), script);
    String said = Program.run("pspp", List.of("-O", "format=csv", "-o", "-", syntax.toString()));
    assertFalse(said.contains("error") || said.contains("warning"), said);
    return said;
  }

  @Test
  void variablesAndValuesHaveTheirLabelsInKazakhAndRussian() throws IOException {
    String kazakh = ask("kk", 1, "DISPLAY DICTIONARY.\n");
    assertTrue(kazakh.contains("Қайда тұрасыз?"), kazakh);
    assertTrue(kazakh.contains("Алматы қаласы"), kazakh);
    assertTrue(kazakh.contains("Жауап беруге қиналамын"), kazakh);
    assertTrue(kazakh.contains("2 – Ыстық"), kazakh);
    String russian = ask("ru", 1, "DISPLAY DICTIONARY.\n");
    assertTrue(russian.contains("Что Вы выращиваете?: Яблоки"), russian);
    assertTrue(russian.contains("[рандомизировано] С кем Вы спорите?: С соседями"), russian);
    assertTrue(russian.contains("Затрудняюсь ответить"), russian);
  }

  @Test
  void measuresMissingValuesAndTheWeightAreSet() throws IOException {
    String said = ask("en", 1, "DISPLAY DICTIONARY.\nSHOW WEIGHT.\n");
    assertTrue(said.matches("(?s).*place,1?\\d+,[^\n]*Nominal.*"), said);
    assertTrue(said.matches("(?s).*warmth,\\d+,[^\n]*Ordinal[^\n]*-4 THRU -3.*"), said);
    assertTrue(said.matches("(?s).*trees,\\d+,[^\n]*Scale[^\n]*-1.*"), said);
    assertTrue(said.contains("WEIGHT is weight"), said);
  }

  @Test
  void everyRowIsThereAsItWasAnswered() throws IOException {
    String said =
        ask("en", 1, "LIST /VARIABLES=place warmth grown_apples grown_other trees weight_2.\n");
    assertTrue(said.contains("\n1,-2,1,1,7,-31\n"), said);
    assertTrue(said.contains("\n2,2,0,0,-1,-1000000000\n"), said);
    assertTrue(said.contains("\n-2,-3,.,.,500,40\n"), said);
    assertTrue(said.contains("\n.,.,.,.,.,.\n"), said);
  }

  @Test
  void aLongFileIsReadToItsEnd() throws IOException {
    String said =
        ask("en", 2_000, "WEIGHT OFF.\nDESCRIPTIVES /VARIABLES=trees /STATISTICS=MEAN SUM.\n");
    assertTrue(said.contains("1014000"), said); // 2,000 times 7 + 500 + 0; -1 is missing
    assertEquals(-1, said.indexOf("ncases"), said);
  }
}
