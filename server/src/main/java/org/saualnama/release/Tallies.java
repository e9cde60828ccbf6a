package org.saualnama.release;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saualnama.submission.Answers;

/** Counts by profile: all that a breakdown can be computed from. Not safe for threads. */
public final class Tallies {
  private final TallyLayout layout;
  private final Map<String, Integer> itemPlaces;
  private final Map<String, Map<String, Integer>> cellPlaces = new HashMap<>();
  private final Map<Profile, Tally> byProfile = new LinkedHashMap<>();

  public Tallies(TallyLayout layout) {
    this.layout = layout;
    this.itemPlaces = places(layout.items());
    places(layout.cells()).forEach(this::putCell);
  }

  private static Map<String, Integer> places(List<String> entries) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      places.put(entries.get(i), i);
    }
    return places;
  }

  private void putCell(String cell, int place) {
    int split = cell.indexOf('=');
    cellPlaces
        .computeIfAbsent(cell.substring(0, split), item -> new HashMap<>())
        .put(cell.substring(split + 1), place);
  }

  public TallyLayout layout() {
    return layout;
  }

  /** The tally of each profile that has one, in the order in which they were first added. */
  public Map<Profile, Tally> byProfile() {
    return byProfile;
  }

  /** The place of {@code item} in the arrays, as {@link TallyLayout} has it. */
  public int itemPlace(String item) {
    return itemPlaces.get(item);
  }

  /** The place of the cell ({@code item}, {@code code}). */
  public int cellPlace(String item, String code) {
    return cellPlaces.get(item).get(code);
  }

  /** Counts one response. */
  public void add(Profile profile, Answers answers, long recordKey) {
    Tally tally = of(profile);
    tally.addRespondents(1);
    answers
        .choices()
        .forEach(
            (item, codes) -> {
              tally.addAnswered(itemPlaces.get(item), 1, recordKey);
              Map<String, Integer> cells = cellPlaces.get(item);
              if (cells != null) {
                codes.forEach(code -> tally.addChosen(cells.get(code), 1));
              }
            });
  }

  /** Adds what a release counted under its own, perhaps older, layout: this one has all of it. */
  void add(Profile profile, TallyLayout theirs, Tally counted) {
    Tally tally = of(profile);
    tally.addRespondents(counted.respondents());
    for (int i = 0; i < theirs.items().size(); i++) {
      int place = itemPlaces.get(theirs.items().get(i));
      tally.addAnswered(place, counted.answered(i), counted.keySum(i));
    }
    for (int i = 0; i < theirs.cells().size(); i++) {
      String cell = theirs.cells().get(i);
      int split = cell.indexOf('=');
      tally.addChosen(
          cellPlace(cell.substring(0, split), cell.substring(split + 1)), counted.chosen(i));
    }
  }

  private Tally of(Profile profile) {
    return byProfile.computeIfAbsent(profile, p -> new Tally(layout));
  }
}
