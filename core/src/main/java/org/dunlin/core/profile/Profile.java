package org.dunlin.core.profile;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dunlin.core.brand.Color;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.jspecify.annotations.Nullable;

/**
 * All that people say of a company, but for its logo.
 *
 * @param company with {@code dunning} as the mode that is wanted
 * @param ofRecord which connections lead
 * @param replyTo where customers' answers go
 * @param testMailbox where every message goes in TEST mode
 * @param color in which its messages are
 */
public record Profile(
    Company company,
    OfRecord ofRecord,
    String replyTo,
    @Nullable String testMailbox,
    @Nullable Color color) {
  /**
   * The connections whose word counts where several have the same, as people named them; absent
   * where they named none.
   */
  public record OfRecord(@Nullable String invoices, @Nullable String customers) {
    /** Nobody named any. */
    public static final OfRecord NONE = new OfRecord(null, null);
  }

  /** Where a company's day ends when nobody says otherwise. */
  public static final String TIME_ZONE = "Europe/Amsterdam";

  /** The currency of a company when nobody says otherwise. */
  public static final String CURRENCY = "EUR";

  /** What a company has of which nothing was said: it is complete but for its name and such. */
  public static Map<ProfileField, String> defaults() {
    Map<ProfileField, String> texts = new EnumMap<>(ProfileField.class);
    for (ProfileField field : ProfileField.values()) {
      texts.put(field, "");
    }
    texts.put(ProfileField.TIME_ZONE, TIME_ZONE);
    texts.put(ProfileField.CURRENCY, CURRENCY);
    texts.put(ProfileField.MODE, DunningMode.SHADOW.name());
    return texts;
  }

  /** How far the company is switched on. */
  public DunningMode mode() {
    return company.dunning() == null ? DunningMode.SHADOW : company.dunning();
  }

  /**
   * Every field as a text in its one form, empty where there is nothing: read again, it gives this
   * profile; two that are alike have the same texts.
   *
   * @param logo the id of the logo; null where there is none
   */
  public Map<ProfileField, String> texts(@Nullable String logo) {
    Map<ProfileField, String> texts = new EnumMap<>(ProfileField.class);
    for (ProfileField field : ProfileField.values()) {
      texts.put(field, Objects.requireNonNullElse(text(field, logo), ""));
    }
    return texts;
  }

  private @Nullable String text(ProfileField field, @Nullable String logo) {
    return switch (field) {
      case ID -> company.id();
      case NAME -> company.name();
      case COUNTRY -> company.country();
      case TIME_ZONE -> company.timeZone().getId();
      case LANGUAGE -> company.language();
      case CURRENCY -> company.currency().getCode();
      case ACCOUNTS ->
          company.accounts().stream().map(AccountId::key).collect(Collectors.joining("\n"));
      case CREDITOR_IDENTIFIER -> company.creditorIdentifier();
      case VAT_RECOVERABLE -> string(company.vatRecoverable());
      case PAYMENT_TERM_DAYS -> string(company.paymentTermDays());
      case TOLERANCE -> tolerances();
      case AUTO_THRESHOLD -> plain(company.autoThreshold());
      case INVOICES_OF_RECORD -> ofRecord.invoices();
      case CUSTOMERS_OF_RECORD -> ofRecord.customers();
      case REPLY_TO -> replyTo;
      case TEST_MAILBOX -> testMailbox;
      case COLOR -> color == null ? null : color.hex();
      case LOGO -> logo;
      case MODE -> mode().name();
    };
  }

  private String tolerances() {
    return company.tolerance().entrySet().stream()
        .map(each -> each.getKey().getCode() + " " + each.getValue().getAmount().toPlainString())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static @Nullable String string(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }
}
