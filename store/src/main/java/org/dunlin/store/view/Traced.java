package org.dunlin.store.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A record that a delivery brought, and what followed from it.
 *
 * @param place where it stands among all that the delivery brought
 * @param recordId of the customer, invoice or payment
 * @param name the customer's name, the document's number, or who paid; absent where the bank names
 *     nobody
 * @param about the customer of a document, or the remittance of a payment
 * @param event what the journal calls what became of the record; absent of a payment, which is
 *     booked and never changed
 * @param amount the total of a document, or the amount of a payment
 * @param applied what was applied, or suggested, since the delivery came in
 * @param left what was decided to leave since then
 */
public record Traced(
    UUID place,
    RecordKind kind,
    UUID recordId,
    @Nullable String name,
    @Nullable String about,
    @Nullable String event,
    @Nullable Money amount,
    List<AllocationLine> applied,
    List<Left> left) {

  /** What a delivery brings. */
  public enum RecordKind {
    /** Somebody who owes. */
    CUSTOMER,
    /** An invoice or a credit note. */
    INVOICE,
    /** An entry of a bank statement. */
    PAYMENT
  }

  /**
   * An effect that is about an invoice.
   *
   * @param id of the effect
   */
  public record Left(
      UUID id, UUID invoiceId, EffectKind kind, EffectState state, Instant decidedAt) {}

  Traced with(List<AllocationLine> applications, List<Left> effects) {
    return new Traced(place, kind, recordId, name, about, event, amount, applications, effects);
  }

  boolean has(AllocationLine line) {
    return switch (kind) {
      case CUSTOMER -> false;
      case INVOICE -> recordId.equals(line.invoiceId()) || recordId.equals(line.creditNoteId());
      case PAYMENT -> recordId.equals(line.paymentId());
    };
  }
}
