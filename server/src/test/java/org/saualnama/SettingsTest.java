package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

final class SettingsTest {
  private static final String DEFS = "--survey-defs=../survey-defs";

  @Test
  void withoutAnyItServesLocallyWithAnEmbeddedDatabase() {
    Config config = read(DEFS);
    assertTrue(config.database().isEmpty());
    assertEquals("127.0.0.1", config.bind());
    assertEquals(8080, config.port());
    assertEquals(Path.of("data"), config.dataDir());
    assertEquals(Path.of("data.secret"), config.secretFile());
    assertFalse(config.isDemo());
  }

  @Test
  void aDemoHasAFolderOfItsOwn() {
    assertEquals(Path.of("data-demo"), read(DEFS, "--demo", "10").dataDir());
    assertEquals(Path.of("x"), read(DEFS, "--demo", "10", "--data-dir", "x").dataDir());
  }

  @Test
  void aWrongOneIsRefusedByName() {
    refuses("--port", "--port=many");
    refuses("--port (PORT)", "--port=70000");
    refuses("--demo (DEMO)", "--demo=-1");
    refuses("--public-url (PUBLIC_URL)", "--public-url=here");
    refuses("--leave-url (LEAVE_URL)", "--leave-url=javascript:x");
    refuses("--log-level", "--log-level=loud");
    refuses("--colour", "--colour=blue");
    refuses("--survey-defs (SURVEY_DEFS)", "--survey-defs=nowhere");
  }

  private static void refuses(String named, String argument) {
    String message = refusal(argument);
    assertTrue(message.contains(named), message);
  }

  @Test
  void aWrongDatabaseUrlIsRefusedWithoutRepeatingItsPassword() {
    String message = refusal("--database-url", "mysql://u:hidden@h/d");
    assertTrue(message.contains("--database-url") && message.contains("postgresql://"), message);
    assertFalse(message.contains("hidden"), message);
  }

  @Test
  void aDatabaseUrlNeverShowsItsPassword() {
    Config config = read(DEFS, "--database-url", "postgresql://u:hidden@db.example:6543/polls");
    assertEquals("postgresql://u@db.example:6543/polls", config.database().get().toString());
    assertFalse(config.toString().contains("hidden"));
  }

  private static String refusal(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!all.get(0).startsWith("--survey-defs")) {
      all.add(DEFS);
    }
    return assertThrows(ParameterException.class, () -> read(all.toArray(String[]::new)))
        .getMessage();
  }

  private static Config read(String... arguments) {
    Settings settings = new Settings();
    new CommandLine(settings).parseArgs(arguments);
    return settings.config();
  }
}
