package org.dunlin.connectors.datev;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One posting.
 *
 * @param amount positive
 * @param debit whether the account is debited (Soll) and the other one credited
 * @param account number of a ledger account
 * @param contraAccount number of the other account (Gegenkonto), such as a debtor's
 * @param document the number of the invoice that it settles (Belegfeld 1)
 * @param discount taken from the invoice (Skonto), positive
 * @param text of which 60 characters are written
 */
public record Posting(
    Money amount,
    boolean debit,
    String account,
    String contraAccount,
    LocalDate date,
    @Nullable String document,
    @Nullable Money discount,
    @Nullable String text) {
  /** What takes this one back: the same with debit and credit exchanged. */
  public Posting reversed() {
    return new Posting(
        amount,
        !debit,
        account,
        contraAccount,
        date,
        document,
        discount,
        "Storno" + (text == null ? "" : " " + text));
  }
}
