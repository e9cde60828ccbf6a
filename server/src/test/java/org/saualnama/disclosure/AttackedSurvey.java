package org.saualnama.disclosure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An invented survey that attacks are tried on; its least base is 50, as of sensitive ones. */
final class AttackedSurvey {
  static final String CODE = "attacked";
  static final List<String> SEGMENTS = List.of("region", "age", "gender", "settlement");
  static final List<String> OPTIONS =
      List.of("celebration", "remembrance", "both", "neither", "undecided");

  /** What everybody knows of everybody: the best guess is right for a third. */
  static final double[] PRIOR = {0.18, 0.33, 0.31, 0.11, 0.07};

  /** How many questions are asked only of those who chose the third option. */
  static final int FOLLOW_UPS = 8;

  private final int regions;
  private String weighting = "";

  /** With so many regions. */
  AttackedSurvey(int regions) {
    this.regions = regions;
  }

  /** Weighted by settlement: so large a part of the population lives in the country. */
  AttackedSurvey weighted(double rural) {
    String target = "        %s,%s,no,2026-01-01,invented\n";
    weighting =
        "weighting:\n  bounds: [0.2, 6]\n  margins:\n    - margin: settlement\n"
            + "      segments: [settlement]\n      targets: |\n"
            + "        category,share,computed,reference_date,source\n"
            + target.formatted("urban", 1 - rural)
            + target.formatted("rural", rural);
    return this;
  }

  static int answer(Random random) {
    double lot = random.nextDouble();
    int answer = 0;
    for (double sum = PRIOR[0]; lot > sum && answer < PRIOR.length - 1; sum += PRIOR[answer]) {
      answer++;
    }
    return answer;
  }

  static String region(int place) {
    return "r" + place;
  }

  private static String question(String code, List<String> options, String more) {
    String head = "      - question: %s\n        type: single\n        text: {en: \"%s\"}\n";
    return head.formatted(code, code)
        + "        options:\n"
        + options.stream()
            .map(option -> "          - {code: %s, text: {en: \"%s\"}}\n".formatted(option, option))
            .collect(Collectors.joining())
        + more;
  }

  private List<String> regions(int from, int to) {
    return IntStream.range(from, to).mapToObj(AttackedSurvey::region).toList();
  }

  /** A folder in {@code parent} with the definition alone. */
  Path write(Path parent) throws IOException {
    String asked = "        ask_if: {q_role: [both]}\n";
    String questions =
        question("region", regions(0, regions), "")
            + question("age", List.of("a1", "a2", "a3", "a4", "a5"), "")
            + question("gender", List.of("female", "male"), "")
            + question("settlement", List.of("urban", "rural"), "")
            + question("q_role", OPTIONS, "")
            + "  - page: why\n    questions:\n"
            + IntStream.range(0, FOLLOW_UPS)
                .mapToObj(i -> question("why" + i, List.of("one", "other"), asked))
                .collect(Collectors.joining());
    Path folder = Files.createDirectories(parent.resolve("attacked-defs"));
    Files.writeString(folder.resolve(CODE + ".yaml"), FRAME.formatted(questions, weighting));
    return folder;
  }

  private static final String FRAME =
      """
      survey: attacked
      languages: [en]
      title: {en: "Invented"}
      consent:
        text: {en: "Every respondent is invented. Do you agree to take part?"}
        agree: {en: "Yes"}
        decline: {en: "No"}
      sensitivity: ordinary
      pages:
        - page: all
          questions:
      %ssegments: [region, age, gender, settlement]
      groupings:
        - grouping: generation
          segment: age
          text: {en: "generation"}
          groups:
            - {code: young, text: {en: "young"}, codes: [a1, a2]}
            - {code: middle, text: {en: "middle"}, codes: [a3, a4]}
            - {code: old, text: {en: "old"}, codes: [a5]}
      core: q_role
      %srelease: {min_newcomers: 20, min_growth: 0, min_interval: PT10M}
      disclosure: {min_base: 50}
      disclosure_items:
        strategy: {en: "Invented."}
        sponsor: {en: "Nobody."}
        conducted_by: {en: "Tests."}
        population: {en: "Invented."}
        recruitment: {en: "Invented."}
        mode: {en: "Imported files."}
        dates: {en: "Invented."}
        weighting: {en: "By settlement."}
        processing: {en: "Protected."}
        limitations: {en: "No figure says anything of real people."}
      """;
}
