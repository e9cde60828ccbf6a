package org.saualnama.submission;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.saualnama.secret.Seal;
import org.saualnama.secret.Secret;

/** Seals what lies in the ballot box, under a key of its own for each survey. */
public final class BallotSeal {
  /** Sixteen questions, a grid among them, take some two hundred bytes. */
  private static final int BLOCK = 384;

  private final Secret secret;
  private final Map<String, Seal> bySurvey = new ConcurrentHashMap<>();

  public BallotSeal(Secret secret) {
    this.secret = secret;
  }

  /** Seals what may be kept of a submission: the one way into a box, for whoever brings it. */
  public byte[] seal(Submission submission) {
    Submission kept = Randomisation.of(submission);
    return seal(submission.version().code(), BallotFormat.pack(kept));
  }

  byte[] seal(String survey, byte[] packed) {
    return of(survey).seal(packed);
  }

  /** Empty if it was not sealed here for this survey. */
  public Optional<byte[]> open(String survey, byte[] sealed) {
    return of(survey).open(sealed);
  }

  private Seal of(String survey) {
    return bySurvey.computeIfAbsent(
        survey, code -> new Seal(secret.key("ballot-box", code), BLOCK));
  }
}
