package org.dunlin.core.matching;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Which money of the bank a program has booked already, by a bookkeeper's hand: amounts are equal,
 * at most {@link Recognition#MOST_DAYS} days lie between, and payer, reference, number or account
 * speak for it. Only what is the one possibility of both sides counts; of what is not, the money is
 * left to a person, since it may be settled already.
 */
public final class BookedPayments {
  private final Payers payers;
  private final Set<Refusal> refusals;

  /** Over the customers of a company and what people refused. */
  public BookedPayments(List<Customer> customers, Set<Refusal> refusals) {
    payers = Payers.of(customers);
    this.refusals = refusals;
  }

  /**
   * What was found.
   *
   * @param booked what was booked, by the payment's id
   * @param unsure payments that may have been booked and may not be allocated without a person
   */
  public record Found(Map<String, ProgramBooking> booked, Set<String> unsure) {}

  private record Pair(Payment payment, ProgramBooking booking, boolean proved) {}

  /** Compares all with all; the order of the lists means nothing. */
  public Found find(List<UnallocatedPayment> payments, List<ProgramBooking> bookings) {
    Map<Money, List<ProgramBooking>> byAmount =
        bookings.stream().collect(Collectors.groupingBy(ProgramBooking::amount));
    List<Pair> pairs = new ArrayList<>();
    for (UnallocatedPayment candidate : payments) {
      if (Incoming.counts(candidate)
          && candidate.unallocated().equals(candidate.payment().amount())) {
        for (ProgramBooking booking : byAmount.getOrDefault(candidate.unallocated(), List.of())) {
          if (possible(candidate.payment(), booking)) {
            pairs.add(new Pair(candidate.payment(), booking, proved(candidate.payment(), booking)));
          }
        }
      }
    }
    return sort(pairs);
  }

  private static Found sort(List<Pair> pairs) {
    Map<String, Long> ofPayment =
        pairs.stream()
            .filter(Pair::proved)
            .collect(Collectors.groupingBy(pair -> pair.payment().id(), Collectors.counting()));
    Map<String, Long> ofBooking =
        pairs.stream()
            .filter(Pair::proved)
            .collect(Collectors.groupingBy(pair -> pair.booking().id(), Collectors.counting()));
    Map<String, ProgramBooking> booked = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Pair pair : pairs) {
      String payment = pair.payment().id();
      String booking = pair.booking().id();
      if (pair.proved()
          && ofPayment.getOrDefault(payment, 0L) == 1
          && ofBooking.getOrDefault(booking, 0L) == 1) {
        booked.put(payment, pair.booking());
        taken.add(booking);
      }
    }
    Set<String> unsure =
        pairs.stream()
            .filter(pair -> !taken.contains(pair.booking().id()))
            .map(pair -> pair.payment().id())
            .filter(payment -> !booked.containsKey(payment))
            .collect(Collectors.toSet());
    return new Found(Map.copyOf(booked), Set.copyOf(unsure));
  }

  private boolean possible(Payment payment, ProgramBooking booking) {
    return Math.abs(ChronoUnit.DAYS.between(payment.bookingDate(), booking.date()))
            <= Recognition.MOST_DAYS
        && Recognition.sameAccount(key(payment.account()), booking.account())
        && booking.lines().stream()
            .map(line -> new Refusal(payment.id(), line.invoice().id()))
            .noneMatch(refusals::contains);
  }

  private boolean proved(Payment payment, ProgramBooking booking) {
    boolean ofTheAccount =
        booking.account() != null && booking.account().equals(key(payment.account()));
    Payer payer = payers.of(payment);
    return ofTheAccount
        || booking.lines().stream()
            .map(ProgramBooking.Line::invoice)
            .anyMatch(invoice -> payer.surely(invoice.customerId()) || names(payment, invoice));
  }

  private static boolean names(Payment payment, Invoice invoice) {
    String number = Text.compact(invoice.number());
    String reference =
        invoice.paymentReference() == null ? null : Text.compact(invoice.paymentReference());
    Mentions mentions = new Mentions(Set.of(number));
    boolean quoted =
        Stream.concat(
                Stream.ofNullable(payment.remittance()),
                payment.references().stream().map(each -> each.value()))
            .flatMap(text -> mentions.in(text).stream())
            .anyMatch(
                mention ->
                    !mention.loose() && !WeakNumbers.isWeak(mention.written(), mention.key()));
    boolean referred =
        reference != null
            && payment.creditorReference() != null
            && reference.equals(Text.compact(payment.creditorReference()));
    return quoted || referred;
  }

  private static @Nullable String key(@Nullable AccountId account) {
    return account == null ? null : account.key();
  }
}
