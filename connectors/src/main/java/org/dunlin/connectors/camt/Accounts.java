package org.dunlin.connectors.camt;

import java.util.Locale;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** The account that an Acct, DbtrAcct or CdtrAcct names. */
final class Accounts {
  private Accounts() {}

  /** The IBAN, else the other number with its scheme where given; null where neither is. */
  static @Nullable AccountId of(@Nullable Element account) {
    if (account == null) {
      return null;
    }
    String iban = account.text("Id", "IBAN");
    if (iban != null) {
      return AccountId.ofIban(iban.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }
    String number = account.text("Id", "Othr", "Id");
    if (number == null) {
      return null;
    }
    String scheme = account.text("Id", "Othr", "SchmeNm", "Cd");
    return new AccountId(
        null, number, scheme != null ? scheme : account.text("Id", "Othr", "SchmeNm", "Prtry"));
  }
}
