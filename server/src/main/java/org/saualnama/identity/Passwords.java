package org.saualnama.identity;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.saualnama.refusal.Refusal;
import org.saualnama.secret.Hmac;
import org.saualnama.secret.Secret;

/**
 * Argon2id over a keyed hash of the password: nobody can guess against a copied database without
 * the server's secret, nor quickly with it.
 */
final class Passwords {
  static final int SHORTEST = 12;
  private static final int LONGEST = 512;

  private static final int KIBIBYTES = 32 * 1024;
  private static final int PASSES = 2;
  private static final int BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder TO = Base64.getEncoder().withoutPadding();
  private static final Base64.Decoder FROM = Base64.getDecoder();
  private static final Pattern HASH =
      Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([^$]+)\\$([^$]+)");

  private final Hmac pepper;
  // Compared with where there is no password, for the same work.
  private final String nobodys;

  Passwords(Secret secret) {
    pepper = new Hmac(secret.key("password"));
    nobodys = written(random(SALT_BYTES), random(BYTES));
  }

  /**
   * Whether {@code password} may be chosen.
   *
   * @throws Refusal saying why not
   */
  static void check(AccountName name, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw Refusal.malformed(
          "password", "too_short", "Choose a password of at least " + SHORTEST + " characters.");
    }
    if (password.length() > LONGEST) {
      throw Refusal.malformed(
          "password", "too_long", "Choose a password of at most " + LONGEST + " characters.");
    }
    if (AccountName.fold(password).contains(name.key())) {
      throw Refusal.malformed(
          "password", "holds_name", "Choose a password that doesn't contain your name.");
    }
  }

  /** What may be kept of {@code password}; takes a while. */
  String hash(String password) {
    byte[] salt = random(SALT_BYTES);
    return written(salt, argon2id(password, KIBIBYTES, PASSES, salt));
  }

  private static String written(byte[] salt, byte[] hash) {
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(KIBIBYTES, PASSES, TO.encodeToString(salt), TO.encodeToString(hash));
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** Whether {@code hash} is of this password; takes as long where there is none to compare. */
  boolean matches(String password, Optional<String> hash) {
    Matcher parts = HASH.matcher(hash.orElse(nobodys));
    if (!parts.matches()) {
      throw new IllegalStateException("a password's hash has another form");
    }
    byte[] tried =
        argon2id(
            password,
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            FROM.decode(parts.group(3)));
    return MessageDigest.isEqual(tried, FROM.decode(parts.group(4))) && hash.isPresent();
  }

  private byte[] argon2id(String password, int kibibytes, int passes, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withMemoryAsKB(kibibytes)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[BYTES];
    // One keyboard composes an accent that another sends apart.
    generator.generateBytes(pepper.of(Normalizer.normalize(password, Normalizer.Form.NFC)), hash);
    return hash;
  }
}
