package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dunlin.sandbox.world.Intent.Share;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The customers as they pay: turns what they intend into money on its way. */
final class Payers {
  private static final int MOST_JOINED = 3;
  private static final int DAYS_UNTIL_REFUND = 8;

  private final long seed;
  private final Plans plans;
  private final Debts debts;
  private final List<PaidTwice> paidTwice = new ArrayList<>();

  Payers(long seed, Plans plans, Debts debts) {
    this.seed = seed;
    this.plans = plans;
    this.debts = debts;
  }

  /** The payments of a banking day: at most one a customer. */
  List<Outgoing> pay(LocalDate day) {
    List<Outgoing> payments = new ArrayList<>();
    debts.dueToBePaid(day).forEach((debtor, ready) -> payments.add(payment(debtor, ready, day)));
    return payments;
  }

  /** A movement and the account of the company on which it is booked. */
  record Outgoing(Party account, Movement movement) {}

  /** A payment for what was paid already. */
  private record PaidTwice(Movement movement, String invoiceNumber, LocalDate on) {}

  /** What the company pays back on a banking day, since it was paid twice. */
  List<Outgoing> refunds(LocalDate day, Party from) {
    return paidTwice.stream()
        .filter(twice -> day.equals(BankingDays.after(twice.on(), DAYS_UNTIL_REFUND)))
        .map(t -> new Outgoing(from, Overheads.refund(t.movement(), t.invoiceNumber())))
        .toList();
  }

  private Outgoing payment(Debtor debtor, List<Debt> ready, LocalDate day) {
    Debt first = ready.getFirst();
    Chance chance = Chance.of(seed, "payment of " + debtor.number(), day);
    String endToEndId = chance.oneIn(2) ? null : debtor.number() + "-" + day;
    List<Debt> joined =
        debtor.habit() == Habit.JOINS
            ? ready.subList(0, Math.min(MOST_JOINED, ready.size()))
            : List.of(first);
    Movement movement =
        joined.size() > 1
            ? several(debtor, joined, endToEndId, chance)
            : single(first, day, endToEndId, chance);
    return new Outgoing(first.invoice().payTo(), movement);
  }

  private Movement several(Debtor debtor, List<Debt> joined, @Nullable String id, Chance c) {
    List<Portion> meant = new ArrayList<>();
    for (Debt debt : joined) {
      meant.add(new Portion(debt.invoice().number(), debt.remaining()));
      debt.paid(debt.remaining());
    }
    Money amount = Euro.sum(meant.stream().map(Portion::amount).toList());
    Remittance remittance = Remittances.ofSeveral(meant, debtor.language(), c);
    return Movement.received(amount, debtor.payer(), remittance, id, meant);
  }

  private Movement single(Debt debt, LocalDate day, @Nullable String id, Chance chance) {
    Intent intent = Objects.requireNonNull(debt.next());
    Document invoice = debt.invoice();
    boolean again = intent.share() == Share.AGAIN;
    Money amount = amount(debt, intent.share(), chance);
    Money meant = again ? Euro.ZERO : Euro.lesser(amount, debt.remaining());
    Portion portion = new Portion(invoice.number(), amount);
    Remittance remittance = Remittances.of(debt, intent.wording(), portion, chance);
    Movement movement =
        Movement.received(
            amount,
            invoice.debtor().payer(),
            remittance,
            id,
            again ? List.of() : List.of(new Portion(invoice.number(), meant)));
    if (again) {
      paidTwice.add(new PaidTwice(movement, invoice.number(), day));
      debt.plan(null);
    } else {
      debt.paid(meant);
      debt.plan(plans.afterPayment(debt, intent));
    }
    return movement;
  }

  private static Money amount(Debt debt, Share share, Chance chance) {
    Money remaining = debt.remaining();
    Document invoice = debt.invoice();
    return switch (share) {
      case ALL -> remaining;
      case HALF -> Euro.cents(remaining.getAmountMinorLong() / 2);
      case INSTALMENT ->
          Euro.lesser(remaining, Instalments.of(invoice).get(debt.payments()).amount());
      case LESS_DISCOUNT -> remaining.minus(invoice.discount());
      case LESS_CONTESTED -> remaining.minus(contested(invoice));
      case TOO_MUCH -> remaining.plus(Euro.cents(100L * chance.between(1, 9) * 10));
      case AGAIN -> debt.paidLast();
    };
  }

  /** One line of the invoice, or half of it where there is but one. */
  private static Money contested(Document invoice) {
    return invoice.lines().size() > 1
        ? Totals.of(List.of(invoice.lines().getFirst())).gross()
        : Euro.cents(invoice.total().getAmountMinorLong() / 2);
  }
}
