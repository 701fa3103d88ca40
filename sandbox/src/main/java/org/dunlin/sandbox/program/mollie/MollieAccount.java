package org.dunlin.sandbox.program.mollie;

import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/**
 * A shop's account at the provider.
 *
 * @param number of the organisation, which references of settlements begin with
 * @param profile of its website
 * @param apiKey of that profile: payments, links, refunds, chargebacks
 * @param accessToken of the organisation: settlements and balances as well
 */
public record MollieAccount(
    String name,
    String email,
    String number,
    String profile,
    String balance,
    CurrencyUnit currency,
    String apiKey,
    String accessToken) {

  /** An account with keys of its own. */
  public static MollieAccount of(String name, CurrencyUnit currency) {
    return new MollieAccount(
        name,
        "shop@voorbeeld.example",
        "1234567",
        "pfl_QkEhN94Ba",
        "bal_3kUf4yU2nT",
        currency,
        "live_" + secret(),
        "access_" + secret());
  }

  String organisation() {
    return "org_" + number;
  }

  /** Without keys. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s, %s", name, profile);
  }

  private static String secret() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
