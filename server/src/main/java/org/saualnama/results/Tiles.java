package org.saualnama.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.saualnama.survey.Question;

/**
 * The places of regions on a map of equal squares: no border is drawn and no region looks more than
 * another. They belong to codes of ISO 3166-2, not to any survey.
 */
public final class Tiles {
  private static final Map<String, Tile> PLACES = read();

  private Tiles() {}

  /** One square, counted from the north-west. */
  public record Tile(String code, int column, int row) {}

  private static Map<String, Tile> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Tiles.class.getResourceAsStream("tiles.csv"), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(Tiles::tile)
          .collect(Collectors.toUnmodifiableMap(Tile::code, Function.identity()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tile tile(String line) {
    String[] fields = line.split(",", -1);
    return new Tile(fields[0], Integer.parseInt(fields[1]), Integer.parseInt(fields[2]));
  }

  /** Whether all places that can be chosen are on the map. */
  public static boolean has(Question segment) {
    List<String> places =
        segment.codes().stream().filter(code -> !segment.residuals().contains(code)).toList();
    return places.size() > 1 && PLACES.keySet().containsAll(places);
  }

  public static Optional<Tile> of(String code) {
    return Optional.ofNullable(PLACES.get(code));
  }
}
