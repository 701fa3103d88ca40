package org.dunlin.core.profile;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dunlin.core.brand.Color;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.WritableText;
import org.dunlin.core.reference.CreditorIdentifier;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** Reads a profile from texts; what is wrong is gathered, so that a person sees all of it. */
public final class ProfileReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,140}");
  private static final Pattern ADDRESS =
      Pattern.compile("[^@\\s,;<>\\p{Cntrl}]{1,64}@[^@\\s,;<>\\p{Cntrl}]{1,255}");
  private static final Pattern DAYS = Pattern.compile("\\d{1,3}");
  private static final Pattern SHARE = Pattern.compile("(0|1)?(\\.\\d{1,9})?");
  private static final int MOST_DAYS = 365;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Map<ProfileField, String> texts;
  private final List<ProfileError> errors = new ArrayList<>();

  private ProfileReader(Map<ProfileField, String> texts) {
    this.texts = texts;
  }

  /**
   * The profile that these texts say; a field that is not there is empty.
   *
   * @throws WrongProfile with every field that cannot be used
   */
  public static Profile read(Map<ProfileField, String> texts) {
    return new ProfileReader(texts).read();
  }

  private Profile read() {
    String id = needed(ProfileField.ID, matching(ID), Fault.NOT_AN_ID);
    String name = needed(ProfileField.NAME, ProfileReader::name, Fault.NOT_A_NAME);
    String country = needed(ProfileField.COUNTRY, ProfileReader::country, Fault.NOT_A_COUNTRY);
    ZoneId zone = needed(ProfileField.TIME_ZONE, ProfileReader::zone, Fault.NOT_A_TIME_ZONE);
    String language =
        optional(ProfileField.LANGUAGE, ProfileReader::language, Fault.NOT_A_LANGUAGE);
    CurrencyUnit currency =
        needed(ProfileField.CURRENCY, ProfileReader::currency, Fault.NOT_A_CURRENCY);
    ProfileLines lines = new ProfileLines(errors);
    var accounts = lines.accounts(text(ProfileField.ACCOUNTS));
    String creditor =
        optional(
            ProfileField.CREDITOR_IDENTIFIER,
            ProfileReader::creditor,
            Fault.NOT_A_CREDITOR_IDENTIFIER);
    Boolean vat = optional(ProfileField.VAT_RECOVERABLE, ProfileReader::truth, Fault.NOT_A_TRUTH);
    Integer days = optional(ProfileField.PAYMENT_TERM_DAYS, ProfileReader::days, Fault.NOT_DAYS);
    var tolerance = lines.tolerances(text(ProfileField.TOLERANCE));
    BigDecimal share =
        optional(ProfileField.AUTO_THRESHOLD, ProfileReader::share, Fault.NOT_A_SHARE);
    Profile.OfRecord ofRecord =
        new Profile.OfRecord(
            optional(ProfileField.INVOICES_OF_RECORD, matching(ID), Fault.NOT_A_CONNECTION),
            optional(ProfileField.CUSTOMERS_OF_RECORD, matching(ID), Fault.NOT_A_CONNECTION));
    String replyTo = needed(ProfileField.REPLY_TO, matching(ADDRESS), Fault.NOT_AN_ADDRESS);
    String mailbox = optional(ProfileField.TEST_MAILBOX, matching(ADDRESS), Fault.NOT_AN_ADDRESS);
    Color color = optional(ProfileField.COLOR, ProfileReader::color, Fault.NOT_A_COLOR);
    DunningMode mode = needed(ProfileField.MODE, ProfileReader::mode, Fault.NOT_A_MODE);
    if (mode == DunningMode.TEST && text(ProfileField.TEST_MAILBOX).isEmpty()) {
      errors.add(ProfileError.of(ProfileField.TEST_MAILBOX, Fault.TEST_NEEDS_MAILBOX));
    }
    if (!errors.isEmpty()
        || id == null
        || name == null
        || country == null
        || zone == null
        || currency == null
        || replyTo == null) {
      throw new WrongProfile(errors);
    }
    return new Profile(
        new Company(
            id, name, country, zone, language, currency, accounts, creditor, vat, days, tolerance,
            share, mode),
        ofRecord,
        replyTo,
        mailbox,
        color);
  }

  private String text(ProfileField field) {
    return texts.getOrDefault(field, "").strip();
  }

  private <T> @Nullable T needed(
      ProfileField field, Function<String, @Nullable T> reading, Fault fault) {
    if (text(field).isEmpty()) {
      errors.add(ProfileError.of(field, Fault.MISSING));
      return null;
    }
    return optional(field, reading, fault);
  }

  private <T> @Nullable T optional(
      ProfileField field, Function<String, @Nullable T> reading, Fault fault) {
    String text = text(field);
    if (text.isEmpty()) {
      return null;
    }
    T value = WritableText.is(text) ? reading.apply(text) : null;
    if (value == null) {
      errors.add(ProfileError.of(field, fault, WritableText.of(text)));
    }
    return value;
  }

  private static Function<String, @Nullable String> matching(Pattern pattern) {
    return text -> pattern.matcher(text).matches() ? text : null;
  }

  private static @Nullable String name(String text) {
    return NAME.matcher(text).matches() ? text : null;
  }

  private static @Nullable String country(String text) {
    String code = text.toUpperCase(Locale.ROOT);
    return COUNTRIES.contains(code) ? code : null;
  }

  private static @Nullable ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable String language(String text) {
    return Language.named(text.toLowerCase(Locale.ROOT)).map(Language::code).orElse(null);
  }

  private static @Nullable CurrencyUnit currency(String text) {
    try {
      return CurrencyUnit.of(text.toUpperCase(Locale.ROOT));
    } catch (IllegalCurrencyException e) {
      return null;
    }
  }

  private static @Nullable String creditor(String text) {
    return CreditorIdentifier.hasShape(text) ? CreditorIdentifier.normalised(text) : null;
  }

  private static @Nullable Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  private static @Nullable Integer days(String text) {
    return DAYS.matcher(text).matches() && Integer.parseInt(text) <= MOST_DAYS
        ? Integer.valueOf(text)
        : null;
  }

  private static @Nullable BigDecimal share(String text) {
    BigDecimal share = SHARE.matcher(text).matches() ? new BigDecimal(text) : null;
    return share != null && share.compareTo(BigDecimal.ONE) <= 0 ? share : null;
  }

  private static @Nullable Color color(String text) {
    try {
      return Color.of(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable DunningMode mode(String text) {
    for (DunningMode mode : DunningMode.values()) {
      if (mode.name().equals(text)) {
        return mode;
      }
    }
    return null;
  }
}
