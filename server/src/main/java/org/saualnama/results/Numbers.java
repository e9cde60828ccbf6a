package org.saualnama.results;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers as the readers of one language write them. */
final class Numbers {
  private final Locale locale;

  Numbers(String language) {
    this.locale = Locale.forLanguageTag(language);
  }

  /** A share in per cent, with the sign. */
  String percent(double share, int decimals) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(share / 100);
  }

  /** From one share to another, without a sign. */
  String range(double low, double high, int decimals) {
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(low) + "–" + format.format(high);
  }

  /** A day of the calendar. */
  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  /** A number of people. */
  String count(long people) {
    return NumberFormat.getIntegerInstance(locale).format(people);
  }
}
