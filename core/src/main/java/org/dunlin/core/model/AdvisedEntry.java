package org.dunlin.core.model;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A booked entry of which a bank tells apart from its statements, in an interim report or in a
 * notification: no money by itself, since the statement holds the same entry.
 *
 * @param kind in which kind of message it stands
 * @param id the name of the entry, made as a statement's entries are named; the ids of its payments
 *     are this, or begin with this and a slash
 * @param account on which it is booked
 * @param amount of the entry as a whole; negative where money left
 * @param bookingDate on which the bank says that it is booked
 * @param references what the entry is known by: the bank's reference, the entry's, those of a batch
 * @param message the id of the message in which it stands, where it has one
 */
public record AdvisedEntry(
    Kind kind,
    String id,
    AccountId account,
    Money amount,
    LocalDate bookingDate,
    BankReferences references,
    @Nullable String message) {
  /** Kinds of messages that tell of entries without being statements. */
  public enum Kind {
    /** An interim report of the account: camt.052, MT942. */
    REPORT,
    /** A notification of debits and credits: camt.054. */
    NOTIFICATION
  }
}
