package org.dunlin.core.dunning;

import static org.dunlin.core.dunning.Plans.mail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.ArrangementState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.DisputeState;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.PromiseState;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Any books of a few customers over half a year: one of some plans, invoices with and without
 * instalments in two currencies, payments, returns, all that holds, and what was done before.
 */
final class AnyBooks {
  static final LocalDate FIRST = LocalDate.parse("2027-12-15");
  static final LocalDate LAST = LocalDate.parse("2028-06-30");

  private static final List<Plan> PLANS =
      List.of(
          Plans.with(
              """
              tolerance: {EUR: "5.00"}
              contact: {minDaysBetween: 7, businessDaysOnly: true, calendar: NL}
              """,
              mail("notice", "-3d") + ", until: \"0d\"",
              mail("first", "+5d"),
              "id: call, due: \"previous +7d\", channel: CALL, waitAtMost: 5d,"
                  + " minAmount: {EUR: \"500.00\"}",
              letter("second", "end-of-month +10d"),
              letter("final", "previous +14d") + ", approve: true",
              "id: handover, due: \"previous +14d\", channel: HANDOVER"),
          Plans.with(
              "per: invoice\ncontact: {minDaysBetween: 3}",
              mail("a", "0d"),
              letter("b", "+4d") + ", until: \"20d\"",
              "id: c, due: \"previous +2d\", channel: CALL, waitAtMost: 3d",
              mail("d", "previous +5d") + ", minAmount: {EUR: \"100.00\", USD: \"50.00\"}",
              "id: e, due: \"previous +1d\", channel: HANDOVER"),
          Plans.with(
              "tolerance: {EUR: \"0.10\", USD: \"1.00\"}\ncontact: {businessDaysOnly: true}",
              mail("early", "-1d"),
              mail("one", "+1d"),
              letter("two", "+1d"),
              mail("three", "end-of-month +0d"),
              mail("four", "previous +30d")));

  final Random random;
  final Scene scene;
  final List<Settled> settled = new ArrayList<>();
  final List<PlausiblyPaid> plausible = new ArrayList<>();

  AnyBooks(long seed) {
    random = new Random(seed);
    scene = Scene.with(PLANS.get(random.nextInt(PLANS.size())));
    scene.customers.clear();
    for (int i = 0; i < 4; i++) {
      scene.customers.add(customer("c-" + i));
    }
    for (int i = 0; i < 12; i++) {
      Invoice invoice = invoice("i-" + i);
      scene.invoices.add(new OpenInvoice(invoice, invoice.total()));
      move(invoice);
      standStill(invoice);
      done(invoice);
    }
    if (random.nextInt(3) == 0) {
      scene.held(new Hold("c-0", null, HoldReason.MANUAL, day()));
    }
  }

  private Customer customer(String id) {
    Customer whole = Scene.customer(id, random.nextInt(5) == 0 ? null : "a@b.example", null, null);
    Customer placeless = Scene.withoutAddress(id);
    return random.nextInt(5) == 0 ? placeless : whole;
  }

  private Invoice invoice(String id) {
    CurrencyUnit currency = random.nextInt(4) == 0 ? CurrencyUnit.USD : CurrencyUnit.EUR;
    LocalDate due = FIRST.plusDays(random.nextInt(140) - 40L);
    List<Instalment> parts = new ArrayList<>();
    Money total = Money.ofMinor(currency, 1 + random.nextInt(120_000));
    if (random.nextInt(3) == 0) {
      total = Money.zero(currency);
      for (int i = 0; i < 1 + random.nextInt(3); i++) {
        Money part = Money.ofMinor(currency, 1 + random.nextInt(60_000));
        parts.add(new Instalment(due.plusDays(random.nextInt(60)), part));
        total = total.plus(part);
      }
    }
    LocalDate issued = due.minusDays(random.nextInt(31));
    String customer = "c-" + random.nextInt(4);
    return Scene.invoice(id, customer, issued, due, total, InvoiceStatus.OPEN, parts);
  }

  /** Payments, now and then one that goes back. */
  private void move(Invoice invoice) {
    for (int i = 0; i < random.nextInt(3); i++) {
      LocalDate on = day();
      Money amount =
          random.nextInt(3) == 0
              ? invoice.total()
              : Money.ofMinor(invoice.currency(), random.nextInt(60_000));
      settled.add(new Settled(invoice.id(), on, amount));
      if (random.nextInt(4) == 0) {
        LocalDate back = on.plusDays(1 + random.nextInt(10));
        settled.add(new Settled(invoice.id(), back, amount.negated()));
      }
    }
    if (random.nextInt(8) == 0) {
      plausible.add(new PlausiblyPaid(invoice.id(), day()));
    }
  }

  private void standStill(Invoice invoice) {
    String id = invoice.id();
    String customer = invoice.customerId();
    switch (random.nextInt(12)) {
      case 0 ->
          scene.held(new Hold(null, id, HoldReason.MANUAL, random.nextBoolean() ? day() : null));
      case 1, 2 ->
          scene.promises.add(
              new Promise(
                  "pr" + id,
                  customer,
                  random.nextInt(3) == 0 ? List.of() : List.of(id),
                  invoice.total(),
                  day(),
                  random.nextInt(3) == 0 ? PromiseState.BROKEN : PromiseState.OPEN));
      case 3, 4 ->
          scene.disputes.add(
              new Dispute(
                  "d" + id,
                  id,
                  random.nextInt(3) == 0
                      ? null
                      : Money.ofMinor(invoice.currency(), 1 + random.nextInt(60_000)),
                  "PRICE",
                  null,
                  null,
                  random.nextInt(3) == 0 ? DisputeState.REJECTED : DisputeState.OPEN));
      case 5 ->
          scene.arrangements.add(
              new Arrangement(
                  "ar" + id,
                  customer,
                  List.of(id),
                  List.of(new Instalment(day(), invoice.total())),
                  invoice.currency(),
                  random.nextBoolean() ? ArrangementState.AGREED : ArrangementState.PROPOSED));
      default -> {
        // nothing holds it
      }
    }
  }

  /** Now and then a step was done before, which need not be the first. */
  private void done(Invoice invoice) {
    if (random.nextInt(5) > 0) {
      return;
    }
    Plan plan = scene.plans.getFirst();
    Step step = plan.steps().get(random.nextInt(plan.steps().size() - 1));
    LocalDate due =
        invoice.instalments().isEmpty()
            ? LocalDate.parse(String.valueOf(invoice.dueDate()))
            : invoice.instalments().getFirst().dueDate();
    scene.past.add(
        new Action(
            "past-" + invoice.id(),
            invoice.customerId(),
            plan.id(),
            step.id(),
            step.channel(),
            due.plusDays(random.nextInt(20)),
            random.nextBoolean() ? ActionState.SENT : ActionState.DONE,
            List.of(new ActionItem(invoice.id(), due, step.id(), invoice.total())),
            List.of()));
  }

  private LocalDate day() {
    return FIRST.plusDays(random.nextInt(170));
  }

  private static String letter(String id, String due) {
    return "id: " + id + ", due: \"" + due + "\", channel: " + Channel.LETTER + ", template: t";
  }
}
