package org.dunlin.sandbox.program.exact;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/**
 * The division whose books are played.
 *
 * @param division its number, which stands in every path
 * @param country ISO 3166 alpha-2
 */
public record ExactCompany(int division, String name, String country, CurrencyUnit currency) {
  /** The journal of the bank. */
  public static final String BANK = "20";

  /** The journal of what is at payment providers. */
  public static final String CLEARING = "21";

  /** The journal of the cash desk. */
  public static final String CASH = "10";

  static final String SALES = "70";

  UUID id(String what) {
    return UUID.nameUUIDFromBytes((division + " " + what).getBytes(StandardCharsets.UTF_8));
  }

  UUID user() {
    return id("user");
  }
}
