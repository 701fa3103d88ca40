package org.dunlin.connectors.camt;

import org.dunlin.connectors.bank.EntryNames;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Names the entries of one statement: by the bank's reference, where it gives one; else by dates,
 * amount, other party and remittance.
 *
 * <p>Of a batch too large to be held the name covers the transactions that are held, since its
 * payments need their names before its end has come.
 */
final class EntryKeys {
  private final EntryNames names;

  /**
   * The names of one statement.
   *
   * @param occurrences of all names of the file
   * @param statement what its pages have in common, and no other statement of the file
   */
  EntryKeys(Occurrences occurrences, String statement) {
    this.names = new EntryNames(occurrences, statement);
  }

  String key(Entry entry, AccountId account) {
    EntryHead head = entry.head();
    String reference = reference(entry);
    return reference != null
        ? names.byReference(account, reference, head.reversal())
        : names.byContent(
            account, head.bookingDate(), head.valueDate(), head.signed(), content(entry));
  }

  /** An entry of one transaction may have its reference there. */
  static @Nullable String reference(Entry entry) {
    String own = entry.head().reference();
    return own == null && entry.details().size() == 1 ? entry.details().get(0).reference() : own;
  }

  private static EntryNames.Content content(Entry entry) {
    EntryNames.Content content = new EntryNames.Content();
    for (Detail detail : entry.details()) {
      AccountId account = detail.counterparty().account();
      content
          .add(detail.counterparty().name())
          .add(account == null ? null : account.key())
          .add(detail.endToEndId())
          .add(detail.remittance().text())
          .add(detail.remittance().creditorReference());
      detail.remittance().references().forEach(reference -> content.add(reference.value()));
      content.add(detail.additional());
    }
    return content.add(entry.additional());
  }
}
