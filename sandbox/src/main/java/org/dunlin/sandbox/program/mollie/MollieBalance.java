package org.dunlin.sandbox.program.mollie;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/** The money that the provider holds for an account, and what it paid out of it. */
final class MollieBalance {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyMM");

  private final Clock clock;
  private final MollieAccount account;
  private final MollieIds ids;
  private final List<MollieTransaction> transactions = new ArrayList<>();
  private final List<MollieTransaction> unsettled = new ArrayList<>();
  private final List<MollieSettlement> settlements = new ArrayList<>();

  MollieBalance(Clock clock, MollieAccount account, MollieIds ids) {
    this.clock = clock;
    this.account = account;
    this.ids = ids;
  }

  synchronized void paid(MolliePayment payment, MollieMethod method) {
    Money amount = payment.amount();
    add(
        "payment",
        amount,
        method.fee(amount).negated(),
        Map.of("paymentId", payment.id(), "paymentDescription", payment.description()));
  }

  synchronized void refunded(MollieRefund refund, String description) {
    add(
        "refund",
        refund.amount().negated(),
        MollieMethod.refundFee(refund.amount().getCurrencyUnit()).negated(),
        Map.of(
            "paymentId", refund.payment(),
            "paymentDescription", description,
            "refundId", refund.id(),
            "refundDescription", refund.description()));
  }

  synchronized void chargedBack(MollieChargeback back, String description) {
    add(
        "chargeback",
        back.amount().negated(),
        MollieMethod.chargebackFee(back.amount().getCurrencyUnit()).negated(),
        Map.of(
            "paymentId",
            back.payment(),
            "paymentDescription",
            description,
            "chargebackId",
            back.id(),
            "chargebackDescription",
            description));
  }

  private void add(String type, Money initial, Money fee, Map<String, String> context) {
    MollieTransaction made =
        new MollieTransaction(ids.next("baltr_"), type, initial, fee, context, clock.instant());
    transactions.add(made);
    unsettled.add(made);
  }

  /** What may be paid out now. */
  synchronized Money available() {
    return unsettled.stream()
        .map(MollieTransaction::result)
        .reduce(Money.zero(account.currency()), Money::plus);
  }

  synchronized Optional<MollieSettlement> payOut() {
    Money amount = available();
    if (!amount.isPositive()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    String month = account.number() + "." + MONTH.format(now.atOffset(ZoneOffset.UTC)) + ".";
    long before = settlements.stream().filter(s -> s.reference().startsWith(month)).count();
    MollieSettlement settlement =
        new MollieSettlement(
            ids.next("stl_"),
            month + String.format("%02d", before + 1),
            now,
            amount,
            unsettled.stream().map(MollieTransaction::id).toList());
    settlements.add(settlement);
    unsettled.clear();
    transactions.add(
        new MollieTransaction(
            ids.next("baltr_"),
            "outgoing-transfer",
            amount.negated(),
            Money.zero(account.currency()),
            Map.of("transferId", ids.next("trf_"), "settlementId", settlement.id()),
            now));
    return Optional.of(settlement);
  }

  /** Whether a settlement pays out what is of this payment, refund or chargeback. */
  synchronized boolean in(MollieSettlement settlement, String id) {
    return of(settlement).stream()
        .anyMatch(
            t ->
                id.equals(t.context().get(t.type() + "Id"))
                    || t.type().equals("payment") && id.equals(t.context().get("paymentId")));
  }

  synchronized List<MollieTransaction> of(MollieSettlement settlement) {
    Set<String> of = new HashSet<>(settlement.transactions());
    return transactions.stream().filter(t -> of.contains(t.id())).toList();
  }

  synchronized List<MollieTransaction> transactions() {
    return List.copyOf(transactions);
  }

  synchronized List<MollieTransaction> unsettled() {
    return List.copyOf(unsettled);
  }

  synchronized List<MollieSettlement> settlements() {
    return List.copyOf(settlements);
  }
}
