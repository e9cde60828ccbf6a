package org.saualnama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.telemetry.TraceSettings;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

final class SettingsTest {
  private static final String SERVER = "postgresql://u@db.example:6543/polls";
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
  void tracesGoNowhereUntilACollectorIsNamed() {
    assertTrue(read(DEFS).operation().traces().isEmpty());
    assertEquals(
        new TraceSettings(URI.create("https://collector.example/otlp"), "polls", 0.25),
        read(
                DEFS,
                "--otlp-endpoint=https://collector.example/otlp",
                "--otlp-service=polls",
                "--otlp-ratio=0.25")
            .operation()
            .traces()
            .orElseThrow());
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
    refuses("--otlp-endpoint (OTLP_ENDPOINT)", "--otlp-endpoint=localhost:4318");
    refuses("--otlp-endpoint (OTLP_ENDPOINT)", "--otlp-endpoint=http://u:p@collector:4318");
    refuses("--otlp-ratio (OTLP_RATIO)", "--otlp-ratio=NaN");
    refuses("--otlp-service (OTLP_SERVICE)", "--otlp-service= ");
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
  void aDatabaseUrlNeverShowsItsPassword(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "hidden\n");
    Config config =
        read(DEFS, "--database-url", SERVER, "--database-password-file", file.toString());
    assertEquals("postgresql://u@db.example:6543/polls", config.database().get().toString());
    assertEquals("hidden", config.database().get().password());
    assertFalse(config.toString().contains("hidden"));
  }

  @Test
  void aPasswordOnTheCommandLineIsRefusedForOthersCanReadIt() {
    String message = refusal("--database-url", "postgresql://u:hidden@db.example:6543/polls");
    assertTrue(message.contains("DATABASE_URL") && !message.contains("hidden"), message);
    message =
        refusal("--database-url", SERVER, "--migration-url", "postgresql://o:hidden@h:1/polls");
    assertTrue(message.contains("MIGRATION_URL") && !message.contains("hidden"), message);
    message = refusal("--database-url", SERVER, "--database-password-file", "nowhere");
    assertTrue(message.contains("--database-url can't be read"), message);
  }

  @Test
  void migrationsAreForTheSameDatabaseByAnotherRole() {
    String owner = "postgresql://owner@db.example:6543/polls";
    Config config = read(DEFS, "--database-url", SERVER, "--migration-url", owner);
    assertEquals(owner, config.roles().orElseThrow().owner().orElseThrow().toString());
    assertEquals(SERVER, config.roles().orElseThrow().server().toString());
    assertTrue(refusal("--migration-url", owner).contains("DATABASE_URL, which is missing"));
    assertTrue(
        refusal("--database-url", SERVER, "--migration-url", SERVER).contains("another role"));
  }

  @Test
  void httpsNeedsBothFilesAndMakesTheAddress() {
    assertFalse(read(DEFS).doorway().encrypted());
    assertEquals("http://localhost:8080", read(DEFS).publicUrl(8080).toString());
    Config config = read(DEFS, "--tls-certificate=c.pem", "--tls-key=k.pem");
    assertTrue(config.doorway().encrypted());
    assertEquals("https://localhost:8080", config.publicUrl(8080).toString());
    assertTrue(read(DEFS, "--public-url=https://polls.example").doorway().encrypted());
    refuses("--tls-key (TLS_KEY) are needed together", "--tls-certificate=c.pem");
    assertTrue(
        refusal("--tls-certificate=c.pem", "--tls-key=k.pem", "--demo=1").contains("plain HTTP"));
  }

  @Test
  void onlyNamedProxiesAreBelieved() {
    assertEquals(0, read(DEFS).doorway().proxies().ranges().size());
    Config config = read(DEFS, "--trusted-proxies", "127.0.0.1, ::1, 10.0.0.0/8");
    assertEquals(3, config.doorway().proxies().ranges().size());
    refuses("--trusted-proxies (TRUSTED_PROXIES)", "--trusted-proxies=localhost");
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
