package org.saualnama.submission;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saualnama.demo.SyntheticRespondent;
import org.saualnama.json.Json;
import org.saualnama.secret.Secret;
import org.saualnama.survey.ShippedSurveys;
import org.saualnama.survey.SurveyVersion;

final class BallotSealTest {
  @TempDir private Path folder;
  private BallotSeal seal;

  @BeforeEach
  void makeSeal() throws Exception {
    seal = new BallotSeal(Secret.from(folder.resolve("secret")));
  }

  @Test
  void onlyTheSameSurveyUnderTheSameSecretOpensIt() throws Exception {
    byte[] sealed = seal.seal("may9-kz", new byte[] {1, 2, 3});
    assertArrayEquals(
        new byte[] {1, 2, 3}, Arrays.copyOf(seal.open("may9-kz", sealed).orElseThrow(), 3));
    assertFalse(seal.open("event-feedback", sealed).isPresent());
    BallotSeal other = new BallotSeal(Secret.from(folder.resolve("other")));
    assertFalse(other.open("may9-kz", sealed).isPresent());
    sealed[20] ^= 1;
    assertFalse(seal.open("may9-kz", sealed).isPresent());
    assertFalse(seal.open("may9-kz", new byte[5]).isPresent());
  }

  @Test
  void whatIsSealedHasOneLengthWhateverWasAnswered() {
    SurveyVersion may9 = ShippedSurveys.may9();
    Map<Integer, Integer> lengths = new HashMap<>();
    for (int i = 0; i < 1_000; i++) {
      byte[] body = Json.write(new SyntheticRespondent(may9, i).submission());
      Submission submission =
          SubmissionParser.parse(body).checkedAgainst(may9).submission().orElseThrow();
      byte[] sealed = seal.seal("may9-kz", BallotFormat.pack(submission));
      lengths.merge(sealed.length, 1, Integer::sum);
    }
    assertEquals(1, lengths.size(), lengths::toString);
    assertTrue(lengths.keySet().iterator().next() < 500);
  }
}
