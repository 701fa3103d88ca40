package org.dunlin.work.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.BankReferences;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.store.Stores;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.DebitState;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.DocumentState;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that the company collected itself: one debit by its end-to-end id, or a whole batch that
 * the bank booked as one sum. It settles exactly the instalments that were debited, so no rule and
 * no person has to find out.
 */
final class CollectedMoney {
  private static final String ACTOR = "match";
  private static final int MOST_DAYS = 7;

  private final Stores stores;
  private final String companyId;
  private final LocalDate today;
  private final Map<String, Map<UUID, Debit>> batches = new LinkedHashMap<>();
  private final Map<String, Map<UUID, Debit>> messages = new LinkedHashMap<>();
  private final Map<String, Debit> single = new HashMap<>();
  private final Set<String> heldBack = new HashSet<>();

  CollectedMoney(Stores stores, String companyId, LocalDate today) {
    this.stores = stores;
    this.companyId = companyId;
    this.today = today;
  }

  /**
   * The ids of payments that no rule may allocate: what is left of them is no customer's choice.
   */
  Set<String> heldBack() {
    return heldBack;
  }

  /** Settles what came in, the lines as findings like all others. */
  void find(Findings findings) {
    Set<UUID> files = new HashSet<>();
    for (Debit debit :
        stores.debits().debits().in(companyId, List.of(DebitState.SUBMITTED), Integer.MAX_VALUE)) {
      if (debit.place() != null && files.add(debit.place().collectionId())) {
        note(debit.place().collectionId());
      }
    }
    if (!files.isEmpty()) {
      OpenItems.eachPayment(
          stores, companyId, payments -> payments.forEach(each -> look(each, findings)));
    }
  }

  private void note(UUID collection) {
    for (Debit debit : stores.debits().debits().ofCollection(companyId, collection)) {
      boolean counts = debit.state() == DebitState.SUBMITTED || debit.state() == DebitState.FAILED;
      if (counts && debit.paymentId() == null) {
        note(batches, batch(debit), debit);
        note(messages, message(debit), debit);
        single.put(debit.endToEndId(), debit);
      }
    }
  }

  private static void note(Map<String, Map<UUID, Debit>> all, String name, Debit debit) {
    all.computeIfAbsent(name, key -> new LinkedHashMap<>()).put(debit.id(), debit);
  }

  private static String message(Debit debit) {
    return Objects.requireNonNull(debit.place()).collectionId().toString().replace("-", "");
  }

  private static String batch(Debit debit) {
    return message(debit) + "-" + Objects.requireNonNull(debit.place()).batch();
  }

  private void look(UnallocatedPayment candidate, Findings findings) {
    Payment payment = candidate.payment();
    boolean whole = candidate.unallocated().equals(payment.amount());
    if (payment.direction() != Direction.IN || payment.kind() == PaymentKind.RETURN || !whole) {
      return;
    }
    Debit one = payment.endToEndId() == null ? null : single.get(payment.endToEndId());
    if (one != null && one.amount().equals(payment.amount())) {
      settle(payment, List.of(one), "end-to-end id " + one.endToEndId(), findings);
      return;
    }
    Optional<String> named = named(payment);
    if (named.isPresent()) {
      heldBack.add(payment.id());
      List<Debit> debits = debits(named.get());
      fitting(debits, payment.amount())
          .ifPresent(these -> settle(payment, these, "batch " + named.get(), findings));
    } else if (payment.kind() == PaymentKind.DIRECT_DEBIT && one == null) {
      onlyOne(payment)
          .ifPresent(
              batch ->
                  fitting(debits(batch), payment.amount())
                      .ifPresent(
                          these ->
                              settle(
                                  payment,
                                  these,
                                  "the only batch of this sum and day, " + batch,
                                  findings)));
    }
  }

  private List<Debit> debits(String name) {
    Map<UUID, Debit> batch = batches.get(name);
    return List.copyOf((batch != null ? batch : messages.getOrDefault(name, Map.of())).values());
  }

  /** The batch, or the file, that the bank names: in its reference, else in the text. */
  private Optional<String> named(Payment payment) {
    BankReferences references = payment.details().references();
    for (String text :
        List.of(
            text(references.batchId()),
            text(references.messageId()),
            text(payment.remittance()),
            text(payment.details().bankText()))) {
      for (Collection<String> names : List.of(batches.keySet(), messages.keySet())) {
        Optional<String> found = names.stream().filter(name -> isIn(name, text)).findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** As a word of its own: the first batch's name is no part of the tenth's. */
  private static boolean isIn(String name, String text) {
    int at = text.indexOf(name);
    int end = at + name.length();
    return at >= 0
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  /** The batch whose sum it is, where no other has the same and its day has come. */
  private Optional<String> onlyOne(Payment payment) {
    List<String> fitting =
        batches.entrySet().stream()
            .filter(
                batch ->
                    isOfDay(batch.getValue().values().iterator().next(), payment.bookingDate()))
            .map(Map.Entry::getKey)
            .filter(name -> fitting(debits(name), payment.amount()).isPresent())
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private static boolean isOfDay(Debit debit, LocalDate day) {
    return !day.isBefore(debit.collectOn()) && !day.isAfter(debit.collectOn().plusDays(MOST_DAYS));
  }

  /** Those that the sum is of: without what the bank had refused, or with it. */
  private static Optional<List<Debit>> fitting(List<Debit> debits, Money amount) {
    List<Debit> taken =
        debits.stream().filter(each -> each.state() == DebitState.SUBMITTED).toList();
    for (List<Debit> these : List.of(taken, debits)) {
      Money sum =
          these.stream().map(Debit::amount).reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
      if (!these.isEmpty() && sum.equals(amount)) {
        return Optional.of(these);
      }
    }
    return Optional.empty();
  }

  private void settle(Payment payment, List<Debit> debits, String evidence, Findings findings) {
    heldBack.add(payment.id());
    UUID paymentId = UUID.fromString(payment.id());
    Map<UUID, Money> open = new HashMap<>();
    List<Allocation> lines = new ArrayList<>();
    for (Debit debit : debits) {
      forget(debit);
      if (debit.state() == DebitState.FAILED) {
        stores.debits().debits().broughtBy(companyId, debit.id(), paymentId);
      } else if (stores.debits().debits().settle(companyId, debit.id(), paymentId, today)) {
        settled(debit, evidence);
        Money left = open.computeIfAbsent(debit.invoiceId(), this::open);
        Money amount = left.isLessThan(debit.amount()) ? left : debit.amount();
        if (amount.isPositive()) {
          open.put(debit.invoiceId(), left.minus(amount));
          lines.add(line(payment, debit, amount, evidence));
        }
      }
    }
    findings.add(lines, List.of());
  }

  private void forget(Debit debit) {
    single.remove(debit.endToEndId());
    forget(batches, batch(debit), debit);
    forget(messages, message(debit), debit);
  }

  private static void forget(Map<String, Map<UUID, Debit>> all, String name, Debit debit) {
    Map<UUID, Debit> some = all.get(name);
    if (some != null) {
      some.remove(debit.id());
      if (some.isEmpty()) {
        all.remove(name);
      }
    }
  }

  private Money open(UUID invoice) {
    return stores
        .invoices()
        .find(companyId, invoice)
        .map(DocumentState::open)
        .orElse(Money.zero(CurrencyUnit.EUR));
  }

  private static Allocation line(Payment payment, Debit debit, Money amount, String evidence) {
    return new Allocation(
        payment.id(),
        null,
        debit.invoiceId().toString(),
        amount,
        payment.id() + "#debit",
        1,
        Decision.AUTOMATIC,
        MatchRule.STRUCTURED_REFERENCE,
        BigDecimal.ONE,
        List.of("collected by direct debit " + debit.endToEndId(), evidence));
  }

  private void settled(Debit debit, String evidence) {
    stores
        .journal()
        .append(
            companyId,
            Happening.to("invoice", debit.invoiceId(), "DEBIT_SETTLED", ACTOR, today, evidence));
  }
}
