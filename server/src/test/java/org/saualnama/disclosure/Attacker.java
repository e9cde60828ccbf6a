package org.saualnama.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows who took part, when, with which segments, and what some of them answered; reads every row
 * of every release, and guesses what the others answered.
 */
final class Attacker {
  private record Block(List<String> profile, int release) {}

  private record Target(int block, int answer) {}

  private static final int NOISE = 3;

  private static final Map<String, String> GENERATION_OF =
      Map.of("a1", "young", "a2", "young", "a3", "middle", "a4", "middle", "a5", "old");

  private final PublicDoor door;
  private final LinearSystem system = new LinearSystem(AttackedSurvey.PRIOR);
  private final Map<Block, Integer> crowds = new HashMap<>();
  private final Map<Block, Integer> sizes = new HashMap<>();
  private final Map<Block, double[]> known = new HashMap<>();
  private final Map<Block, List<Integer>> alone = new HashMap<>();
  private final List<Target> targets = new ArrayList<>();
  private final Set<List<Object>> read = new HashSet<>();
  private int release = 1;

  Attacker(PublicDoor door) {
    this.door = door;
  }

  /** Somebody whose answer nobody knows, and nobody asks for. */
  void other(List<String> profile, int answer) {
    crowds.merge(new Block(profile, release), 1, Integer::sum);
    door.answer(profile, answer);
  }

  /** The attacker's own answer, in one of many names. */
  void own(List<String> profile, int answer) {
    known.computeIfAbsent(new Block(profile, release), b -> new double[5])[answer]++;
    door.answer(profile, answer);
  }

  void target(List<String> profile, int answer) {
    int block = system.block(1);
    alone.computeIfAbsent(new Block(profile, release), b -> new ArrayList<>()).add(block);
    targets.add(new Target(block, answer));
    door.answer(profile, answer);
  }

  /** Reads all that a release tells. */
  void read() {
    door.release();
    crowds.forEach(
        (block, people) -> {
          if (block.release() == release) {
            alone.computeIfAbsent(block, b -> new ArrayList<>()).add(system.block(people));
            sizes.put(block, people);
          }
        });
    for (PublicRow row : door.rows("q_role")) {
      if (read.add(List.of(row.domain(), row.asOf()))) {
        add(row);
      }
    }
    release++;
  }

  private void add(PublicRow row) {
    BitSet blocks = new BitSet();
    double[] own = new double[5];
    int[] people = new int[1];
    alone.forEach(
        (block, all) -> {
          if (isIn(block, row)) {
            all.forEach(blocks::set);
            int crowd = sizes.getOrDefault(block, 0);
            people[0] += crowd == 0 ? all.size() : all.size() - 1 + crowd;
          }
        });
    known.forEach(
        (block, counts) -> {
          if (isIn(block, row)) {
            for (int k = 0; k < 5; k++) {
              own[k] += counts[k];
              people[0] += (int) counts[k];
            }
          }
        });
    double[] counts = new double[5];
    for (int k = 0; k < 5; k++) {
      counts[k] = row.shares().get(k) / 100 * people[0] - own[k];
    }
    double rounding = row.step() / 100 * people[0];
    system.add(blocks, counts, NOISE + 1 / 12.0 + rounding * rounding / 12);
  }

  private boolean isIn(Block block, PublicRow row) {
    return block.release() <= row.asOf()
        && row.domain().stream().allMatch(name -> isIn(block.profile(), name));
  }

  private boolean isIn(List<String> profile, String name) {
    String axis = name.substring(0, name.indexOf('='));
    String category = name.substring(name.indexOf('=') + 1);
    if (axis.equals("generation")) {
      return category.equals(GENERATION_OF.get(profile.get(1)));
    }
    return profile.get(AttackedSurvey.SEGMENTS.indexOf(axis)).equals(category);
  }

  /** How many are guessed, and says so. */
  Score guess(String attack) {
    Score score = new Score();
    List<double[]> beliefs = system.beliefs(targets.stream().map(Target::block).toList());
    for (int t = 0; t < beliefs.size(); t++) {
      score.add(beliefs.get(t), targets.get(t).answer());
    }
    System.out.println(attack + ": " + score);
    return score;
  }
}
