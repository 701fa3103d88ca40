package org.dunlin.connectors.camt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.dunlin.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Names the entries of one statement, all its pages included, so that the same entry has the same
 * name in every statement that holds it, be they in one file or in several: account and the bank's
 * reference, where it gives one; else account, dates, signed amount, a hash of other party and
 * remittance, and the ordinal among equals of that day. A bank that uses one reference for several
 * entries of a statement makes them differ by ordinal too; a reversal that repeats the reference of
 * what it reverses is another entry.
 *
 * <p>Of a batch too large to be held the hash covers the transactions that are held, since its
 * payments need their names before its end has come.
 */
final class EntryKeys {
  private static final int HASH_CHARACTERS = 20;

  private final Occurrences occurrences;
  private final String statement;
  private final MessageDigest digest = sha256();

  /**
   * The names of one statement.
   *
   * @param occurrences of all names of the file
   * @param statement what its pages have in common, and no other statement of the file
   */
  EntryKeys(Occurrences occurrences, String statement) {
    this.occurrences = occurrences;
    this.statement = statement;
  }

  String key(Entry entry, AccountId account) {
    EntryHead head = entry.head();
    String reference = reference(entry);
    if (reference != null) {
      String key = account.key() + "/" + reference + (head.reversal() ? "/reversal" : "");
      int ordinal = ordinal(key);
      return ordinal == 1 ? key : key + "/" + ordinal;
    }
    String key =
        String.join(
            "/",
            account.key(),
            head.bookingDate().toString(),
            head.valueDate() == null ? "-" : head.valueDate().toString(),
            head.signed().getAmount().toPlainString(),
            hash(entry));
    return key + "/" + ordinal(key);
  }

  private int ordinal(String key) {
    return occurrences.count(statement + "\n" + key);
  }

  /** An entry of one transaction may have its reference there. */
  private static @Nullable String reference(Entry entry) {
    String own = entry.head().reference();
    return own == null && entry.details().size() == 1 ? entry.details().get(0).reference() : own;
  }

  /** What goes in here, and in which order, must never change: old entries would get new names. */
  private String hash(Entry entry) {
    for (Detail detail : entry.details()) {
      AccountId account = detail.counterparty().account();
      add(detail.counterparty().name());
      add(account == null ? null : account.key());
      add(detail.endToEndId());
      add(detail.remittance().text());
      add(detail.remittance().creditorReference());
      detail.remittance().references().forEach(reference -> add(reference.value()));
      add(detail.additional());
    }
    add(entry.additional());
    return HexFormat.of().formatHex(digest.digest(), 0, HASH_CHARACTERS / 2);
  }

  private void add(@Nullable String part) {
    digest.update((part == null ? "" : part).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
