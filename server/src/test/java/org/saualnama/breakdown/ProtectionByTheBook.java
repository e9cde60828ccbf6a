package org.saualnama.breakdown;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The protection of one row written a second time, person by person, from the document alone: what
 * the server does by profile and in arrays has to come to the same.
 */
final class ProtectionByTheBook {
  /** What one person chose. */
  record Answer(long key, double weight, List<String> codes) {}

  /** A row as it is to be published; a share that is not told is null. */
  record Row(double base, double effective, List<Double> shares, List<String> statuses) {}

  private record Draw(int u16, double dither) {}

  private final byte[] key;
  private final String survey;
  private final List<int[]> table = new ArrayList<>();

  ProtectionByTheBook(byte[] key, String survey) {
    this.key = key.clone();
    this.survey = survey;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                ProtectionByTheBook.class.getResourceAsStream("/golden/ptable.csv"),
                StandardCharsets.UTF_8))) {
      in.lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(
              c ->
                  table.add(
                      new int[] {
                        Integer.parseInt(c[0]), Integer.parseInt(c[2]), Integer.parseInt(c[5])
                      }));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Draw draw(String item, String option, long sum) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String text = "nz|%s|%s|%s|%016x".formatted(survey, item, option, sum);
      ByteBuffer bytes = ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      int u16 = bytes.getShort() & 0xffff;
      return new Draw(u16, ((bytes.getInt() & 0xffffffffL) + 0.5) / Math.pow(2, 32) - 0.5);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private int noise(int count, int u16) {
    return table.stream()
        .filter(line -> line[0] == Math.min(count, 8) && u16 < line[2])
        .findFirst()
        .orElseThrow()[1];
  }

  /**
   * Protects a row.
   *
   * @param deciding answers to the question asked of all that decides who is asked this one; the
   *     same as {@code answers} if it is asked of all
   * @param condition the answers that it is asked after; empty if it is asked of all
   */
  Row protect(
      String item,
      List<String> codes,
      List<Answer> answers,
      List<Answer> deciding,
      Optional<String> condition) {
    int n = answers.size();
    long asked = deciding.stream().mapToLong(Answer::key).sum();
    long own = answers.stream().mapToLong(Answer::key).sum();
    long sum = condition.isPresent() ? own + asked : own;
    double w = weight(answers);
    double one = deciding.stream().mapToDouble(Answer::weight).max().orElse(0);
    int size = n + condition.map(name -> noise(n, draw(name, "#base", asked).u16())).orElse(0);
    double base = Math.round(size / 5.0) * 5;
    double efficiency = Math.pow(weight(deciding), 2) / squares(deciding) / deciding.size();
    double effective = Math.floor(base * efficiency / 5 + 1e-9) * 5;
    List<Double> weights = new ArrayList<>();
    for (String code : codes) {
      List<Answer> chose = answers.stream().filter(a -> a.codes().contains(code)).toList();
      Draw draw = draw(item, code, sum);
      int e = noise(chose.size(), draw.u16());
      boolean banded = chose.size() + e <= 8;
      double exact = chose.stream().mapToDouble(Answer::weight).sum();
      weights.add(banded ? null : Math.max(0, exact + one * (e + draw.dither())));
    }
    List<Double> shares = new ArrayList<>();
    List<String> statuses = new ArrayList<>();
    for (Double weight : weights) {
      double step = base >= 1000 ? 0.1 : 1;
      double share = weight == null ? 0 : Math.min(1, weight / w) * 100;
      double rounded = Math.round(share / step) * step;
      String status =
          weight == null
              ? "b"
              : base < 300 && rounded < 3 ? "u" : base < 300 && rounded > 97 ? "o" : "";
      statuses.add(status);
      shares.add(status.isEmpty() ? rounded : null);
    }
    return new Row(base, effective, shares, statuses);
  }

  private static double weight(List<Answer> answers) {
    return answers.stream().mapToDouble(Answer::weight).sum();
  }

  private static double squares(List<Answer> answers) {
    return answers.stream().mapToDouble(a -> a.weight() * a.weight()).sum();
  }
}
