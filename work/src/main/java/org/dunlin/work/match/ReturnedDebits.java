package org.dunlin.work.match;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.model.Payment;
import org.dunlin.store.Stores;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.DebitState;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.PaymentState;

/**
 * Debits that were given back: found by their end-to-end id, also where the money had come as one
 * sum with others, else by mandate and amount.
 */
final class ReturnedDebits {
  private static final String ACTOR = "match";

  /** Where the bank tells no reason (ISO 20022: narrative). */
  private static final String NO_REASON = "NARR";

  private final Stores stores;
  private final String companyId;
  private final LocalDate today;

  ReturnedDebits(Stores stores, String companyId, LocalDate today) {
    this.stores = stores;
    this.companyId = companyId;
    this.today = today;
  }

  /**
   * A debit with the money that it had come with.
   *
   * @param alone whether that money was this debit's alone
   */
  record Returned(Debit debit, PaymentState money, boolean alone) {}

  /** What a return undoes, where that is a debit of the company whose money is there. */
  Optional<Returned> undoneBy(Payment back) {
    return debit(back)
        .filter(debit -> !debit.amount().isGreaterThan(back.amount()))
        .flatMap(
            debit ->
                stores
                    .payments()
                    .find(companyId, Objects.requireNonNull(debit.paymentId()))
                    .filter(
                        money ->
                            !money.payment().bookingDate().isAfter(back.bookingDate())
                                && Objects.equals(money.payment().account(), back.account()))
                    .map(
                        money ->
                            new Returned(
                                debit,
                                money,
                                stores
                                        .debits()
                                        .debits()
                                        .settledBy(companyId, UUID.fromString(money.payment().id()))
                                        .size()
                                    == 1)));
  }

  private Optional<Debit> debit(Payment back) {
    String name = back.returnOf();
    Optional<Debit> named =
        name == null
            ? Optional.empty()
            : stores.debits().debits().named(companyId, name).filter(ReturnedDebits::isThere);
    return named.isPresent() ? named : byMandate(back);
  }

  /** Some banks tell the mandate alone; then it is the only debit by it of this amount. */
  private Optional<Debit> byMandate(Payment back) {
    String mandate = back.details().references().mandateId();
    if (mandate == null) {
      return Optional.empty();
    }
    List<Debit> fitting =
        stores.debits().mandates().named(companyId, mandate).stream()
            .flatMap(
                kept ->
                    stores
                        .debits()
                        .debits()
                        .ofCustomers(companyId, List.of(kept.customerId()), Integer.MAX_VALUE)
                        .stream()
                        .filter(debit -> debit.mandateId().equals(kept.id())))
            .filter(ReturnedDebits::isThere)
            .filter(debit -> debit.amount().equals(back.amount()))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private static boolean isThere(Debit debit) {
    return debit.paymentId() != null
        && (debit.state() == DebitState.SETTLED || debit.state() == DebitState.FAILED);
  }

  /** Notes that it went back, and why. */
  void note(Debit debit, Payment back) {
    String reason = Objects.requireNonNullElse(back.details().returnReason(), NO_REASON);
    if (debit.state() == DebitState.SETTLED
        && stores.debits().debits().end(companyId, debit, DebitState.RETURNED, reason, today)) {
      UUID invoice = debit.invoiceId();
      stores
          .journal()
          .append(
              companyId, Happening.to("invoice", invoice, "DEBIT_RETURNED", ACTOR, today, reason));
    }
  }
}
