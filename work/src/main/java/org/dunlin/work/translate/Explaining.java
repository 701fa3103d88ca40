package org.dunlin.work.translate;

import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.Source;
import org.jspecify.annotations.Nullable;

/** Entries of statements with what a notification tells of them. */
final class Explaining {
  private Explaining() {}

  /** The entry, with the money and the days of the statement and all else of its transaction. */
  static Payment enriched(Payment entry, Payment told) {
    return new Payment(
        entry.id(),
        entry.kind() == PaymentKind.OTHER ? told.kind() : entry.kind(),
        entry.direction(),
        entry.bookingDate(),
        entry.valueDate(),
        entry.amount(),
        told.payerName(),
        told.payerAccount(),
        told.payerBic(),
        told.remittance() != null ? told.remittance() : entry.remittance(),
        told.creditorReference(),
        told.references(),
        told.endToEndId(),
        told.transactionCode() != null ? told.transactionCode() : entry.transactionCode(),
        entry.account(),
        told.returnOf(),
        told.details(),
        entry.voided(),
        entry.source());
  }

  /** A part of the entry, on the days on which the statement has the entry. */
  static Payment part(Payment entry, Payment told, String name) {
    Source source = entry.source();
    return new Payment(
        name,
        told.kind(),
        told.direction(),
        entry.bookingDate(),
        entry.valueDate(),
        told.amount(),
        told.payerName(),
        told.payerAccount(),
        told.payerBic(),
        told.remittance(),
        told.creditorReference(),
        told.references(),
        told.endToEndId(),
        told.transactionCode(),
        entry.account(),
        told.returnOf(),
        told.details(),
        source == null ? null : of(source, name));
  }

  /** The entry, whose amount its parts have from now on. */
  static Payment voided(Payment entry) {
    return new Payment(
        entry.id(),
        entry.kind(),
        entry.direction(),
        entry.bookingDate(),
        entry.valueDate(),
        entry.amount(),
        entry.payerName(),
        entry.payerAccount(),
        entry.payerBic(),
        entry.remittance(),
        entry.creditorReference(),
        entry.references(),
        entry.endToEndId(),
        entry.transactionCode(),
        entry.account(),
        entry.returnOf(),
        entry.details(),
        true,
        entry.source());
  }

  private static @Nullable Source of(Source entry, String name) {
    return new Source(entry.connection(), name, entry.version(), entry.readAt());
  }
}
