package org.dunlin.sandbox.world;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.joda.money.CurrencyUnit;

/** The company whose invoices these are: Voorbeeld Handel B.V. and its two bank accounts. */
record Creditor(String vatNumber, String chamberOfCommerce, Party main, Party second) {
  static final String NAME = "Voorbeeld Handel B.V.";
  static final String STREET = "Industrieweg 12";
  static final String POSTAL_CODE = "3846 BD";
  static final String CITY = "Harderwijk";

  static Creditor of(long seed) {
    Chance chance = Chance.of(seed, "creditor");
    return new Creditor(
        TaxNumbers.vat("NL", chance),
        "9" + chance.digits(7),
        new Party(NAME, Bank.RABO.iban(chance), Bank.RABO.bic()),
        new Party(NAME, Bank.ING.iban(chance), Bank.ING.bic()));
  }

  /** The SEPA creditor identifier: check digits, business code ZZZ, registration and suffix. */
  String creditorIdentifier() {
    String body = chamberOfCommerce + "0000";
    return "NL" + CheckDigits.mod97("NL", body) + "ZZZ" + body;
  }

  /** Abroad one pays to the second account, at home to the main one. */
  Party payee(Debtor debtor) {
    return debtor.country().equals("NL") ? main : second;
  }

  Company company() {
    return new Company(
        "demo",
        NAME,
        "NL",
        ZoneId.of("Europe/Amsterdam"),
        "nl",
        CurrencyUnit.EUR,
        List.of(AccountId.ofIban(main.iban()), AccountId.ofIban(second.iban())),
        creditorIdentifier(),
        true,
        30,
        Map.of(CurrencyUnit.EUR, Euro.cents(500)),
        new BigDecimal("0.995"),
        DunningMode.LIVE);
  }
}
