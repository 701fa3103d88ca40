package org.dunlin.core.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dunlin.core.identity.Verdict.Answer;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Source;
import org.jspecify.annotations.Nullable;

/**
 * Whether two customers are one: by VAT number, registration, or the id of one program. Where a
 * name and an address agree, or only one of two numbers does, a person is asked.
 */
public final class SameCustomer {
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SameCustomer() {}

  /**
   * Compares two customers of different connections.
   *
   * @param oneProgram whether both connections lead to the same kind of program, whose ids may be
   *     compared
   */
  public static Verdict compare(Customer one, Customer other, boolean oneProgram) {
    boolean vat = equal(one.vatNumber(), other.vatNumber());
    boolean registration = equal(one.registrationNumber(), other.registrationNumber());
    boolean otherVat = differ(one.vatNumber(), other.vatNumber());
    boolean otherRegistration = differ(one.registrationNumber(), other.registrationNumber());
    if (vat && otherRegistration) {
      return new Verdict(
          Answer.UNCLEAR, "the VAT numbers agree and the registration numbers do not");
    }
    if (registration && otherVat) {
      return new Verdict(
          Answer.UNCLEAR, "the registration numbers agree and the VAT numbers do not");
    }
    if (vat) {
      return new Verdict(Answer.SAME, "the VAT numbers agree");
    }
    if (registration) {
      return new Verdict(Answer.SAME, "the registration numbers agree");
    }
    if (oneProgram && equal(id(one), id(other))) {
      return new Verdict(Answer.SAME, "the ids in the program agree");
    }
    boolean alike = equal(one.name(), other.name()) && sameAddress(one.address(), other.address());
    return alike && !otherVat && !otherRegistration
        ? new Verdict(Answer.UNCLEAR, "name and address agree, and no number proves it")
        : new Verdict(Answer.DIFFERENT, "they do not agree");
  }

  /** By post code, else by street and city; a country that differs parts them. */
  private static boolean sameAddress(@Nullable Address one, @Nullable Address other) {
    if (one == null || other == null || differ(one.country(), other.country())) {
      return false;
    }
    return one.postalCode() != null && other.postalCode() != null
        ? equal(one.postalCode(), other.postalCode())
        : equal(one.street(), other.street()) && equal(one.city(), other.city());
  }

  private static @Nullable String id(Customer customer) {
    Source source = customer.source();
    return source == null ? null : source.id();
  }

  private static boolean equal(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return false;
    }
    String plain = plain(one);
    return !plain.isEmpty() && plain.equals(plain(other));
  }

  private static boolean differ(@Nullable String one, @Nullable String other) {
    return one != null && other != null && !equal(one, other);
  }

  private static String plain(String text) {
    return OTHERS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
