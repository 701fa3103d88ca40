package org.dunlin.core.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Source;
import org.jspecify.annotations.Nullable;

/** Whether two customers are one: by VAT number, registration, or the id of one program. */
public final class SameCustomer {
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SameCustomer() {}

  /**
   * Whether they are proved to be one; that they are not is never known.
   *
   * @param oneProgram whether both connections lead to the same kind of program, whose ids may be
   *     compared
   */
  public static boolean proved(Customer one, Customer other, boolean oneProgram) {
    return equal(one.vatNumber(), other.vatNumber())
        || equal(one.registrationNumber(), other.registrationNumber())
        || oneProgram && equal(id(one), id(other));
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

  private static String plain(String number) {
    return OTHERS.matcher(number).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
