package org.saualnama.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which migrations a program brings along, without asking a database. */
record SchemaVersions(ClassLoader loader, String folder) {
  private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__\\w+\\.sql");

  int newest() {
    URL found = loader.getResource(folder);
    if (found == null) {
      throw new IllegalStateException("this program brings no migrations");
    }
    try {
      if (!(found.openConnection() instanceof JarURLConnection archive)) {
        return newest(Path.of(found.toURI()));
      }
      // By its path and not by its URI, under which only one may be open at a time.
      Path file = Path.of(archive.getJarFileURL().toURI());
      try (FileSystem jar = FileSystems.newFileSystem(file)) {
        return newest(jar.getPath(folder));
      }
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("the migrations can't be listed", e);
    }
  }

  private static int newest(Path in) {
    try (Stream<Path> files = Files.list(in)) {
      return files
          .map(file -> MIGRATION.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
          .max()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
