package org.dunlin.sandbox.world;

import java.util.List;
import java.util.Locale;

/** Banks whose account numbers the invented parties have. */
enum Bank {
  RABO("NL", "RABO", "RABONL2U"),
  ING("NL", "INGB", "INGBNL2A"),
  ABN_AMRO("NL", "ABNA", "ABNANL2A"),
  TRIODOS("NL", "TRIO", "TRIONL2U"),
  KBC("BE", "734", "KREDBEBB"),
  BELFIUS("BE", "063", "GKCCBEBB"),
  COMMERZBANK("DE", "37040044", "COBADEFF"),
  SPARKASSE_AACHEN("DE", "39050000", "AACSDE33"),
  BNP_PARIBAS("FR", "30004", "BNPAFRPP"),
  CREDIT_LYONNAIS("FR", "30002", "CRLYFRPP"),
  BARCLAYS("GB", "BARC20", "BARCGB22"),
  NATWEST("GB", "NWBK60", "NWBKGB2L");

  private final String country;
  private final String code;
  private final String bic;

  Bank(String country, String code, String bic) {
    this.country = country;
    this.code = code;
    this.bic = bic;
  }

  String bic() {
    return bic;
  }

  static Bank of(String country, Chance chance) {
    return chance.from(List.of(values()).stream().filter(b -> b.country.equals(country)).toList());
  }

  /** A valid IBAN at this bank, national check included. */
  String iban(Chance chance) {
    String account =
        switch (this) {
          case RABO, ING, ABN_AMRO, TRIODOS -> code + dutch(chance);
          case KBC, BELFIUS -> belgian(code + chance.digits(7));
          case COMMERZBANK, SPARKASSE_AACHEN -> code + "0" + chance.digits(9);
          case BNP_PARIBAS, CREDIT_LYONNAIS -> french(chance.digits(5), chance.digits(11));
          case BARCLAYS, NATWEST -> code + chance.digits(4) + chance.digits(8);
        };
    return country + CheckDigits.mod97(country, account) + account;
  }

  /** Ten digits of which the last nine pass the Dutch eleven test. */
  private static String dutch(Chance chance) {
    while (true) {
      String digits = "0" + chance.between(1, 9) + chance.digits(8);
      int sum = 0;
      for (int i = 0; i < 10; i++) {
        sum += (10 - i) * Character.digit(digits.charAt(i), 10);
      }
      if (sum % 11 == 0) {
        return digits;
      }
    }
  }

  /** The last two digits are the first ten modulo 97, or 97 for 0. */
  private static String belgian(String ten) {
    long check = Long.parseLong(ten) % 97;
    return ten + String.format(Locale.ROOT, "%02d", check == 0 ? 97 : check);
  }

  /** The RIB key makes bank, branch and account divisible by 97, weighted 89, 15 and 3. */
  private String french(String branch, String account) {
    long weighted =
        89 * Long.parseLong(code) + 15 * Long.parseLong(branch) + 3 * Long.parseLong(account);
    return code + branch + account + String.format(Locale.ROOT, "%02d", 97 - weighted % 97);
  }
}
