package org.saualnama.results;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers as the readers of one language write them. */
public final class Numbers {
  private final Locale locale;

  public Numbers(String language) {
    this.locale = Locale.forLanguageTag(language);
  }

  /** A share in per cent, with the sign. */
  public String percent(double share, int decimals) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(share / 100);
  }

  /** Any number. */
  public String number(double number, int decimals) {
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(number);
  }

  /** From one share to another, without a sign. */
  public String range(double low, double high, int decimals) {
    return number(low, decimals) + "–" + number(high, decimals);
  }

  /** A day of the calendar. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  /** A number of people. */
  public String count(long people) {
    return NumberFormat.getIntegerInstance(locale).format(people);
  }
}
