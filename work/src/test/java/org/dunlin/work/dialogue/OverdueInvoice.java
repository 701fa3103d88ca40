package org.dunlin.work.dialogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.PromiseState;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.view.WorkList;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of agreements begin with: 100 euros of a customer are overdue. */
abstract class OverdueInvoice {
  static final LocalDate OVERDUE = LocalDate.of(2026, 11, 19);
  static final LocalDate TODAY = TestHub.TODAY;

  final TestHub hub = TestHub.with(DunningMode.LIVE);
  final Promises promises = new Promises(hub.stores);
  final Disputes disputes = new Disputes(hub.stores);
  final Arrangements arrangements = new Arrangements(hub.stores);
  final Holds holds = new Holds(hub.stores);
  UUID customer;
  UUID invoice;

  @BeforeEach
  void anInvoiceIsOverdue() {
    hub.offer("invoice.xml", InvoiceFile.of("INV-2026-1100", "c0", OVERDUE, "100.00").bytes());
    covered(TODAY.minusDays(1));
    hub.settle();
    invoice = hub.stores.invoices().openOfNumber("acme", "INV-2026-1100").getFirst();
    customer =
        UUID.fromString(
            hub.stores.invoices().find("acme", invoice).orElseThrow().invoice().customerId());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  final UUID promise(LocalDate on) {
    return promises.make(
        "acme", new Promises.Said(customer, List.of(), null, on, "By telephone"), "anna");
  }

  final UUID dispute(String amount) {
    return disputes.open("acme", disputed(new BigDecimal(amount)), "anna");
  }

  final Disputes.Said disputed(@Nullable BigDecimal amount) {
    return new Disputes.Said(invoice, amount, DisputeReason.PRICE, null, null, "Too much");
  }

  final UUID propose(Arrangements.Part... parts) {
    return arrangements.propose(
        "acme", new Arrangements.Said(customer, List.of(), List.of(parts), null), "anna");
  }

  static Arrangements.Part part(int days, String amount) {
    return new Arrangements.Part(TODAY.plusDays(days), new BigDecimal(amount));
  }

  final void lift() {
    hub.stores.talk().standstills().standing("acme").stream()
        .map(Standstill::id)
        .forEach(id -> holds.lift("acme", id, null, "anna"));
  }

  final void call(String id, UUID... further) {
    List<UUID> invoices = Stream.concat(Stream.of(invoice), Stream.of(further)).toList();
    Action action =
        new Action(
            id,
            customer.toString(),
            "standard",
            "call",
            Channel.CALL,
            TODAY,
            ActionState.DUE,
            invoices.stream()
                .map(each -> new ActionItem(each.toString(), OVERDUE, "call", eur("100.00")))
                .toList(),
            List.of());
    hub.stores.transactions().run(() -> hub.stores.actions().add("acme", action));
  }

  final List<WorkList.Line> tasks() {
    return tasksOn(TODAY);
  }

  final List<WorkList.Line> tasksOn(LocalDate day) {
    return hub.stores
        .views()
        .workList()
        .page("acme", CurrencyUnit.EUR, WorkList.Choice.ALL, day, null, 50)
        .items();
  }

  final StandstillState state(UUID id) {
    return hub.stores.talk().standstills().find("acme", id).orElseThrow().state();
  }

  final PromiseState record(UUID id) {
    return ((Promise) hub.stores.talk().standstills().find("acme", id).orElseThrow().record())
        .state();
  }

  final List<String> events() {
    return hub.stores.journal().newest("acme", 100).stream().map(e -> e.event()).toList();
  }

  final List<Effect> emails(EffectState state) {
    return hub.effects(state).stream().filter(e -> e.kind() == EffectKind.EMAIL).toList();
  }

  final String heldBy() {
    return String.join(
        " ",
        hub.jdbc()
            .sql("select record ->> 'holds' from action where state = 'HELD'")
            .query(String.class)
            .list());
  }

  final void covered(LocalDate day) {
    hub.offer("statement.xml", BankFile.day(TestHub.IBAN, day).bytes());
  }

  final void pay(LocalDate day, String amount) {
    Entry entry = Entry.in("R1", day, amount, "Customer c0", "INV-2026-1100");
    hub.offer(
        "payment.xml",
        BankFile.empty().with(TestHub.IBAN, day, day, BigDecimal.ZERO, List.of(entry)).bytes());
  }

  final void nextDay() {
    covered(TODAY);
    hub.settle();
    hub.day.begin("acme", TODAY.plusDays(1));
    hub.stores.companies().addWorkDue("acme", WorkDue.DUN);
  }

  static Money eur(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
