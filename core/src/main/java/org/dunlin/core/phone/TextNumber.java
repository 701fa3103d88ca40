package org.dunlin.core.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of mobile phones in the form of E.164, such as {@code +31612345678}, by the national
 * numbering plans as libphonenumber carries them.
 */
public final class TextNumber {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  /** In North America nobody can tell a mobile number from another. */
  private static final Set<PhoneNumberType> MOBILE =
      EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

  /** Far more than a field with two or three numbers has. */
  private static final int LONGEST = 200;

  private static final int MOST_TRIES = 20;

  private TextNumber() {}

  /**
   * The mobile numbers of a customer in the order in which they are written.
   *
   * @param home the country of the company: a number without a country's own code is dialled in the
   *     country of the customer, and where that is not known in this one
   */
  public static List<String> all(Customer customer, String home) {
    Address address = customer.address();
    String own = address == null ? null : address.country();
    return all(customer.phone(), own == null || own.isBlank() ? home : own);
  }

  /**
   * The mobile numbers in a text, each once.
   *
   * @param country in which a number without a country's own code is dialled, ISO 3166 alpha-2
   */
  public static List<String> all(@Nullable String text, String country) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    String part = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    Set<String> found = new LinkedHashSet<>();
    one(part, country).ifPresent(found::add);
    if (found.isEmpty()) {
      for (PhoneNumberMatch match :
          NUMBERS.findNumbers(part, country, Leniency.VALID, MOST_TRIES)) {
        mobile(match.number()).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  /** A mobile number that is written for itself; empty where it is none. */
  public static Optional<String> one(String text, String country) {
    try {
      return mobile(NUMBERS.parse(text.strip(), country));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> mobile(PhoneNumber number) {
    return NUMBERS.isValidNumber(number) && MOBILE.contains(NUMBERS.getNumberType(number))
        ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
        : Optional.empty();
  }
}
