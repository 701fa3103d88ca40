package org.dunlin.config.hub;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.profile.ProfileField;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A company as {@code dunlin.yaml} says it. What is null is not said: people say it in the console
 * or over the API, or it has its default.
 *
 * @param ibans the company's own accounts; statements of other accounts are quarantined
 * @param accounts those that have no IBAN, as their number, or as scheme and number, such as {@code
 *     BBAN:12345678}
 * @param invoicesOfRecord the connection whose figures count where several have an invoice
 * @param customersOfRecord the connection that leads where several have a customer
 * @param replyTo where customers' answers go
 * @param testMailbox where every message goes in test mode
 * @param mode applied when the company is new and whenever the file says another than before
 * @param goLiveAnyway why it goes live whatever of its roll-out is open
 * @param businessDate a date in place of today, for demonstrations
 * @param color the company's colour in its messages, as in {@code #1f4e79}
 * @param logo a PNG or JPEG file of at most 200 KB, for its messages; read at each start
 * @param paying rules by which customers may pay, promise and agree to instalments, by their names
 * @param folders watched folders by the id of their connection
 * @param connections to programs, by their ids
 */
public record CompanySettings(
    @DefaultValue("") String id,
    @Nullable String name,
    @Nullable String country,
    @Nullable String timeZone,
    @Nullable String currency,
    @Nullable String language,
    @Nullable List<String> ibans,
    @Nullable List<String> accounts,
    @Nullable String creditorIdentifier,
    @Nullable String vatRecoverable,
    @Nullable String invoicesOfRecord,
    @Nullable String customersOfRecord,
    @Nullable String replyTo,
    @Nullable String testMailbox,
    @Nullable String paymentTermDays,
    @Nullable Map<String, BigDecimal> tolerance,
    @Nullable String autoThreshold,
    @Nullable DunningMode mode,
    @Nullable String goLiveAnyway,
    @Nullable LocalDate businessDate,
    @Nullable String color,
    @Nullable Path logo,
    @DefaultValue Map<String, String> paying,
    @DefaultValue Map<String, String> folders,
    @DefaultValue Map<String, ConnectionSettings> connections) {

  /**
   * A connection to a program.
   *
   * @param program its name, such as {@code xero}
   * @param settings by the names that the program asks for, secret ones among them
   */
  public record ConnectionSettings(
      @DefaultValue("") String program, @DefaultValue Map<String, String> settings) {
    @Override
    public String toString() {
      return "ConnectionSettings[" + program + "]"; // never the secrets
    }
  }

  /** What is said, by field. */
  Map<ProfileField, String> said() {
    Map<ProfileField, String> said = new EnumMap<>(ProfileField.class);
    for (ProfileField field : ProfileField.values()) {
      String text = text(field);
      if (text != null) {
        said.put(field, text);
      }
    }
    return said;
  }

  private @Nullable String text(ProfileField field) {
    return switch (field) {
      case ID -> null; // by it the company is found
      case NAME -> name;
      case COUNTRY -> country;
      case TIME_ZONE -> timeZone;
      case LANGUAGE -> language;
      case CURRENCY -> currency;
      case ACCOUNTS -> accountLines();
      case CREDITOR_IDENTIFIER -> creditorIdentifier;
      case VAT_RECOVERABLE -> vatRecoverable;
      case PAYMENT_TERM_DAYS -> paymentTermDays;
      case TOLERANCE -> toleranceLines();
      case AUTO_THRESHOLD -> autoThreshold;
      case INVOICES_OF_RECORD -> invoicesOfRecord;
      case CUSTOMERS_OF_RECORD -> customersOfRecord;
      case REPLY_TO -> replyTo;
      case TEST_MAILBOX -> testMailbox;
      case COLOR -> color;
      case LOGO -> logo == null ? null : logo.toString();
      case MODE -> mode == null ? null : mode.name();
    };
  }

  private @Nullable String accountLines() {
    if (ibans == null && accounts == null) {
      return null;
    }
    return Stream.of(ibans, accounts)
        .flatMap(list -> list == null ? Stream.of() : list.stream())
        .collect(Collectors.joining("\n"));
  }

  private @Nullable String toleranceLines() {
    return tolerance == null
        ? null
        : tolerance.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue().toPlainString())
            .collect(Collectors.joining("\n"));
  }
}
