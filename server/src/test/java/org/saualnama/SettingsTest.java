package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
    assertEquals(Path.of("data/secret"), config.secretFile());
    assertFalse(config.isDemo());
  }

  @Test
  void aDemoHasAFolderOfItsOwn() {
    assertEquals(Path.of("data-demo"), read(DEFS, "--demo", "10").dataDir());
    assertEquals(Path.of("x"), read(DEFS, "--demo", "10", "--data-dir", "x").dataDir());
  }

  @Test
  void aWrongOneIsRefusedByName() {
    assertTrue(refusal("--port", "many").contains("--port"));
    assertTrue(refusal("--port", "70000").contains("--port (PORT)"));
    assertTrue(refusal("--demo", "-1").contains("--demo (DEMO)"));
    assertTrue(refusal("--public-url", "here").contains("--public-url (PUBLIC_URL)"));
    assertTrue(refusal("--log-level", "loud").contains("--log-level"));
    assertTrue(refusal("--colour", "blue").contains("--colour"));
    assertTrue(refusal("--survey-defs", "nowhere").contains("--survey-defs (SURVEY_DEFS)"));
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
    return assertThrows(ParameterException.class, () -> read(arguments)).getMessage();
  }

  private static Config read(String... arguments) {
    Settings settings = new Settings();
    new CommandLine(settings).parseArgs(arguments);
    return settings.config();
  }
}
