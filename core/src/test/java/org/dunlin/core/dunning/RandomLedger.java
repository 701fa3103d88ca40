package org.dunlin.core.dunning;

import static org.dunlin.core.dunning.Plans.mail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceStatus;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Any ledger of four customers, of whom one has no address, run on some of the days of a quarter;
 * payments come in and holds come and go as the days pass.
 */
final class RandomLedger {
  static final Plan PLAN =
      Plans.with(
          """
          tolerance: {EUR: "5.00"}
          contact: {minDaysBetween: 7, businessDaysOnly: true}
          onboarding: {enterAt: first, perDay: 50}
          """,
          mail("first", "+5d"),
          mail("second", "+12d"),
          mail("third", "previous +9d"),
          mail("fourth", "end-of-month +30d"),
          mail("last", "previous +1d"));

  private static final LocalDate START = LocalDate.parse("2026-10-01");
  private static final int DAYS = 90;
  private static final List<ActionState> SENT_SOMEHOW =
      List.of(
          ActionState.DUE,
          ActionState.AWAITING_APPROVAL,
          ActionState.SENDING,
          ActionState.SENT,
          ActionState.DONE,
          ActionState.UNKNOWN);

  private final Random random;
  private final Scene scene = Scene.with(PLAN);

  RandomLedger(long seed) {
    random = new Random(seed);
    scene.customers.add(Scene.customer("c-2"));
    scene.customers.add(Scene.customer("c-3"));
    scene.customers.add(Scene.customer("c-4", null, null, null));
    for (int i = 0; i < 12; i++) {
      scene.invoices.add(open(invoice("i-" + i)));
    }
  }

  /** The ledger as it is before the first day. */
  Scene scene() {
    return scene;
  }

  /** Runs on about two days in three, and changes the ledger in between. */
  void everyDay(BiConsumer<Scene, LocalDate> run) {
    for (LocalDate day = START; day.isBefore(START.plusDays(DAYS)); day = day.plusDays(1)) {
      if (random.nextInt(3) > 0) {
        run.accept(scene, day);
      }
      change(day);
    }
  }

  ActionState sentSomehow() {
    return SENT_SOMEHOW.get(random.nextInt(SENT_SOMEHOW.size()));
  }

  OpenInvoice open(String invoiceId) {
    return scene.invoices.stream()
        .filter(open -> open.invoice().id().equals(invoiceId))
        .findFirst()
        .orElseThrow();
  }

  private void change(LocalDate day) {
    if (random.nextInt(4) == 0) {
      int index = random.nextInt(scene.invoices.size());
      scene.invoices.set(index, open(scene.invoices.get(index).invoice()));
    }
    if (random.nextInt(8) == 0) {
      String id = "i-" + random.nextInt(scene.invoices.size());
      LocalDate until = random.nextBoolean() ? null : day.plusDays(random.nextInt(20));
      scene.held(new Hold(null, id, HoldReason.DISPUTE, until));
    }
    if (random.nextInt(8) == 0 && !scene.holds.isEmpty()) {
      scene.holds.remove(random.nextInt(scene.holds.size()));
    }
  }

  private OpenInvoice open(Invoice invoice) {
    return new OpenInvoice(
        invoice,
        switch (random.nextInt(4)) {
          case 0 -> invoice.total();
          case 1 -> euros(random.nextInt(1000));
          case 2 -> Money.ofMinor(CurrencyUnit.EUR, random.nextInt(1000));
          default -> euros(-random.nextInt(10));
        });
  }

  private Invoice invoice(String id) {
    LocalDate due = START.plusDays(random.nextInt(120) - 60L);
    List<Instalment> instalments = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      instalments.add(new Instalment(due.plusDays(random.nextInt(40)), euros(100)));
    }
    Money total = instalments.isEmpty() ? euros(1000) : euros(100L * instalments.size());
    String customer = "c-" + (1 + random.nextInt(4));
    return Scene.invoice(
        id, customer, due.minusDays(30), due, total, InvoiceStatus.OPEN, instalments);
  }

  private static Money euros(long amount) {
    return Money.of(CurrencyUnit.EUR, amount);
  }
}
