package org.dunlin.connectors.ofx;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dunlin.connectors.bank.Ibans;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** The account that a BANKACCTFROM, CCACCTFROM, BANKACCTTO or CCACCTTO names. */
final class Accounts {
  private static final Pattern BLANKS = Pattern.compile("\\s");
  private static final Pattern BRANCH = Pattern.compile("[0-9]{5}");
  private static final Pattern FRENCH = Pattern.compile("[0-9A-Z]{11}");
  private static final Pattern KEY = Pattern.compile("[0-9]{2}");

  private Accounts() {}

  /**
   * The IBAN where the number is one, or where bank, branch, number and key are a French RIB whose
   * key holds; else the number as it stands; null where there is none.
   */
  static @Nullable AccountId of(@Nullable Element account) {
    String number = account == null ? null : account.text("ACCTID");
    if (account == null || number == null) {
      return null;
    }
    String compact = BLANKS.matcher(number).replaceAll("").toUpperCase(Locale.ROOT);
    if (Ibans.holds(compact)) {
      return AccountId.ofIban(compact);
    }
    String french = french(account, compact);
    return french != null ? AccountId.ofIban(french) : new AccountId(null, number, null);
  }

  private static @Nullable String french(Element account, String number) {
    String bank = String.valueOf(account.text("BANKID"));
    String branch = String.valueOf(account.text("BRANCHID"));
    String key = String.valueOf(account.text("ACCTKEY"));
    boolean shaped =
        BRANCH.matcher(bank).matches()
            && BRANCH.matcher(branch).matches()
            && FRENCH.matcher(number).matches()
            && KEY.matcher(key).matches();
    if (!shaped || !Ibans.french(bank + branch + number).endsWith(key)) {
      return null;
    }
    return Ibans.french(bank + branch + number);
  }
}
