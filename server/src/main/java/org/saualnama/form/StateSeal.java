package org.saualnama.form;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.saualnama.json.Json;
import org.saualnama.secret.Seal;
import org.saualnama.secret.Secret;

/**
 * Seals a form's state under a key of its address and day: what is in the field can't be read or
 * changed outside this installation, and can be continued until the end of the next day only.
 *
 * <p>It is no protection against somebody who holds the phone: whoever has the field and posts it
 * here gets the page with its answers filled in. Against that help only leaving no page behind, and
 * the day that passes.
 */
public final class StateSeal {
  // Half-filled forms differ in length; whole blocks hide by how much.
  private static final int BLOCK = 1024;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final ChronoUnit DAYS = ChronoUnit.DAYS;

  private final Secret secret;
  private final Supplier<Instant> clock;

  /**
   * A seal under the installation's secret.
   *
   * @param clock what time it is; only the UTC day matters
   */
  public StateSeal(Secret secret, Supplier<Instant> clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /** The day, a dot, and what is sealed, fit for a form field. */
  String seal(String address, FormState state) {
    String day = today().format(DAY);
    byte[] sealed = seal(address, day).seal(Json.write(state));
    return day + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /**
   * Empty if it was not sealed here for this address today or yesterday. Another node's clock may
   * be past midnight already: tomorrow is taken too.
   */
  Optional<FormState> open(String address, String field) {
    int dot = field.indexOf('.');
    if (dot < 0 || !isRecent(field.substring(0, dot))) {
      return Optional.empty();
    }
    try {
      byte[] sealed = Base64.getUrlDecoder().decode(field.substring(dot + 1));
      return seal(address, field.substring(0, dot)).open(sealed).map(StateSeal::read);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isRecent(String day) {
    try {
      // Read strictly and written again: one day has one spelling, and so one key.
      LocalDate date = LocalDate.parse(day, DAY);
      return day.equals(date.format(DAY)) && Math.abs(DAYS.between(today(), date)) <= 1;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.get(), ZoneOffset.UTC);
  }

  private Seal seal(String address, String day) {
    return new Seal(secret.key("form", address, day), BLOCK);
  }

  private static FormState read(byte[] plain) {
    try {
      return Json.read(plain, FormState.class);
    } catch (IOException e) {
      // Ours, but of another release of this program.
      return null;
    }
  }
}
