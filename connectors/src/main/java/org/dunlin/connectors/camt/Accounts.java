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
    Element id = account == null ? null : account.child("Id");
    if (id == null) {
      return null;
    }
    String iban = id.text("IBAN");
    if (iban != null) {
      return AccountId.ofIban(compact(iban));
    }
    Element other = id.child("Othr");
    String number = other == null ? null : other.text("Id");
    if (other == null || number == null) {
      return null;
    }
    return new AccountId(null, number, codeOrOwn(other.child("SchmeNm")));
  }

  /** The company's own account, which version 01 also names without a scheme (PrtryAcct). */
  static @Nullable AccountId ofOwner(Element account) {
    AccountId known = of(account);
    if (known != null) {
      return known;
    }
    String number = account.text("Id", "PrtryAcct", "Id");
    return number == null ? otherwise(account) : new AccountId(null, number, null);
  }

  /**
   * What names the account where neither stands: a number that some banks put into the Id under the
   * scheme's own name, as version 001.01 had it, or the proxy (a phone number, an address) by which
   * it was paid; null where there is nothing.
   */
  static @Nullable AccountId otherwise(@Nullable Element account) {
    if (account == null) {
      return null;
    }
    Element id = account.child("Id");
    for (String scheme : new String[] {"BBAN", "UPIC"}) {
      String number = id == null ? null : id.text(scheme);
      if (number != null) {
        return new AccountId(null, number, scheme);
      }
    }
    Element proxy = account.child("Prxy");
    String number = proxy == null ? null : proxy.text("Id");
    return proxy == null || number == null
        ? null
        : new AccountId(null, number, codeOrOwn(proxy.child("Tp")));
  }

  /** The Cd of a choice between a code of ISO and one of the bank's own, else the Prtry. */
  static @Nullable String codeOrOwn(@Nullable Element choice) {
    if (choice == null) {
      return null;
    }
    String code = choice.text("Cd");
    return code != null ? code : choice.text("Prtry");
  }

  /** The IBAN as its standard writes it: without blanks, in capitals. */
  static String compact(String iban) {
    for (int i = 0; i < iban.length(); i++) {
      if (Character.isWhitespace(iban.charAt(i))) {
        return iban.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
      }
    }
    return iban.toUpperCase(Locale.ROOT);
  }
}
