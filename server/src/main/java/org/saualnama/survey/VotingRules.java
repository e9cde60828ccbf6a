package org.saualnama.survey;

import java.util.List;

/**
 * What Kazakhstan's law asks of polls about an election (Constitutional Law on Elections, article
 * 28, paragraph 9) or a referendum (Constitutional Law on the Republican Referendum, article 7-1).
 * Who ordered and paid, time, method and wording are asked of every survey.
 */
final class VotingRules {
  private static final List<Needed> ITEMS =
      List.of(
          new Needed("legal_entity", "name the legal entity registered in Kazakhstan that runs it"),
          new Needed("experience", "show its experience in polling, of five years at least"),
          new Needed(
              "notification",
              "tell of the written notice to the Central Election Commission, with copies of"
                  + " documents, experts, regions and methods of analysis"),
          new Needed("error", "give the error, or say why none can be given"),
          new Needed(
              "silence",
              "name voting day and the five days before it, in which nothing may be published"
                  + " online, and say how that is kept"));

  /** A disclosure item, and what to write there. */
  private record Needed(String item, String mend) {}

  private VotingRules() {}

  static void check(Draft draft, Problems problems) {
    Survey survey = draft.survey();
    if (!survey.electionRelated() && !survey.referendumRelated()) {
      return;
    }
    String vote = survey.electionRelated() ? "an election" : "a referendum";
    for (Needed needed : ITEMS) {
      if (!survey.disclosureItems().containsKey(needed.item())) {
        String message = "'disclosure_items." + needed.item() + "' is missing";
        problems.at(
            "/disclosure_items",
            message + ", which a poll about " + vote + " needs",
            needed.mend());
      }
    }
  }
}
