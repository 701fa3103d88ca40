package org.dunlin.console.page;

import java.util.List;
import org.dunlin.core.profile.ProfileField;
import org.jspecify.annotations.Nullable;

/**
 * A field of a profile as a form shows it.
 *
 * @param text what stands in it
 * @param options what can be chosen; empty where it is written
 * @param origin who said it, as a sentence; absent in a form for what is new
 * @param fixed whether the settings file says it, so that it cannot be changed here
 * @param error why what was entered cannot be used
 */
public record FormField(
    ProfileField field,
    String text,
    List<Option> options,
    @Nullable String origin,
    boolean fixed,
    @Nullable String error) {

  /** Something that can be chosen. */
  public record Option(String value, String label) {}

  /** Whether the field has several lines. */
  public boolean ofLines() {
    return field == ProfileField.ACCOUNTS || field == ProfileField.TOLERANCE;
  }

  /** Whether the company must have it. */
  public boolean needed() {
    return switch (field) {
      case ID, NAME, COUNTRY, TIME_ZONE, CURRENCY, REPLY_TO -> true;
      case LANGUAGE,
          ACCOUNTS,
          CREDITOR_IDENTIFIER,
          VAT_RECOVERABLE,
          PAYMENT_TERM_DAYS,
          TOLERANCE,
          AUTO_THRESHOLD,
          INVOICES_OF_RECORD,
          CUSTOMERS_OF_RECORD,
          TEST_MAILBOX,
          COLOR,
          LOGO,
          MODE ->
          false;
    };
  }

  /** What is chosen, in words. */
  public String chosen() {
    return options.stream()
        .filter(option -> option.value().equals(text))
        .map(Option::label)
        .findFirst()
        .orElse(text);
  }

  /** The elements that describe the field, for those who cannot see them beside it. */
  public String describedBy() {
    String hint = "hint-" + field.key();
    return error == null ? hint : hint + " error-" + field.key();
  }
}
