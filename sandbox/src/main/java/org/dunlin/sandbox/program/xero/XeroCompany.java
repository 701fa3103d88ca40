package org.dunlin.sandbox.program.xero;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/**
 * The organisation whose books are played.
 *
 * @param country ISO 3166 alpha-2
 */
public record XeroCompany(String name, String country, CurrencyUnit currency) {
  /** The code of the bank account to which payments are booked. */
  public static final String BANK_ACCOUNT = "090";

  /** The code of the account on which payments at payment providers are booked. */
  public static final String CLEARING_ACCOUNT = "091";

  /** The code of the expense account to which fees of payment providers are booked. */
  public static final String FEE_ACCOUNT = "404";

  /** What goes into the header {@code xero-tenant-id}. */
  public UUID tenant() {
    return id("tenant");
  }

  UUID connection() {
    return id("connection");
  }

  UUID account(String code) {
    return id("account " + code);
  }

  UUID theme() {
    return id("branding theme");
  }

  private UUID id(String what) {
    return UUID.nameUUIDFromBytes((name + " " + what).getBytes(StandardCharsets.UTF_8));
  }
}
