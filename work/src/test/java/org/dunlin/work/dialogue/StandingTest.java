package org.dunlin.work.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.agreement.CallOutcome;
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
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.WorkList;
import org.dunlin.store.view.WorkList.Urgency;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is reminded of what is promised, contested, arranged or held; and it is followed up. */
class StandingTest {
  private static final LocalDate OVERDUE = LocalDate.of(2026, 11, 19);
  private static final LocalDate TODAY = TestHub.TODAY;

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final Promises promises = new Promises(hub.stores);
  private final Disputes disputes = new Disputes(hub.stores);
  private final Arrangements arrangements = new Arrangements(hub.stores);
  private final Holds holds = new Holds(hub.stores);
  private UUID customer;
  private UUID invoice;

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

  @Test
  void aPromiseBetweenDecisionAndSendingStopsTheMessageAndSaysWhy() {
    hub.decide();
    promise(TODAY.plusDays(3));
    hub.deliver.next();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(emails(EffectState.CANCELLED))
        .extracting(Effect::reason)
        .containsExactly("It is held now: PROMISE");
    hub.run();
    assertThat(hub.outlet.emails()).isEmpty();
  }

  @Test
  void soDoADisputeAnArrangementAndAHold() {
    hub.decide();
    holds.hold("acme", new Holds.Said(customer, null, TODAY.plusDays(9), "They called"), "anna");
    hub.deliver.next();
    assertThat(emails(EffectState.CANCELLED))
        .extracting(Effect::reason)
        .containsExactly("It is held now: MANUAL");

    nextDay();
    lift();
    hub.decide();
    UUID id = propose(part(10, "60.00"), part(20, "40.00"));
    arrangements.agree("acme", id, "anna");
    hub.deliver.next();
    assertThat(emails(EffectState.CANCELLED))
        .extracting(Effect::reason)
        .contains("It is held now: ARRANGEMENT");
    assertThat(hub.outlet.emails()).isEmpty();
  }

  @Test
  void aDisputeOfAPartStopsTheMessageAndTheRestGoesOn() {
    hub.decide();
    dispute("30.00");
    hub.deliver.next();
    assertThat(emails(EffectState.CANCELLED))
        .extracting(Effect::reason)
        .containsExactly("An amount of an invoice is contested that the message asks for.");

    nextDay();
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(hub.outlet.emails().getFirst().text()).containsPattern("70[.,]00");
  }

  @Test
  void aDisputeOfAllHoldsTheInvoiceUntilItIsRejected() {
    UUID dispute = disputes.open("acme", disputed(null), "anna");
    hub.run();
    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(heldBy()).contains("DISPUTE");

    disputes.reject("acme", dispute, "Delivered as ordered", "anna");
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
  }

  @Test
  void whatIsAcceptedIsNotAskedForUntilTheBooksShowTheCredit() {
    UUID dispute = dispute("30.00");
    disputes.accept("acme", dispute, "Wrong price", "anna");
    hub.run();
    assertThat(hub.outlet.emails().getFirst().text()).containsPattern("70[.,]00");
    assertThat(tasks()).extracting(WorkList.Line::kind).containsExactly(TaskKind.CREDIT);

    disputes.credited("acme", dispute, "anna");
    assertThat(tasks()).isEmpty();
  }

  @Test
  void aPromiseThatIsPaidIsKept() {
    UUID promise = promise(TODAY.plusDays(1));
    hub.run();
    assertThat(heldBy()).contains("PROMISE");
    hub.day.begin("acme", TODAY.plusDays(1));
    pay(TODAY, "100.00");
    hub.run();

    assertThat(state(promise)).isEqualTo(StandstillState.KEPT);
    assertThat(tasks()).isEmpty();
    assertThat(events()).contains("PROMISE_MADE", "PROMISE_KEPT");
  }

  @Test
  void aPromiseThatIsNotPaidIsBrokenOnceItsStatementCameAndDunningResumes() {
    UUID promise = promise(TODAY);
    hub.run();
    hub.day.begin("acme", TODAY.plusDays(1));
    hub.run();
    assertThat(state(promise))
        .as("the statement of its day is missing")
        .isEqualTo(StandstillState.OPEN);

    covered(TODAY);
    hub.run();
    assertThat(state(promise)).isEqualTo(StandstillState.BROKEN);
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(tasks())
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.kind()).isEqualTo(TaskKind.BROKEN_PROMISE);
              assertThat(task.atRisk()).isEqualTo(eur("100.00"));
            });
    assertThat(record(promise)).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void moneyThatCouldKeepAPromiseKeepsItOpenUntilItIsKnown() {
    UUID promise = promise(TODAY);
    hub.run();
    hub.day.begin("acme", TODAY.plusDays(1));
    hub.offer(
        "payment.xml",
        BankFile.empty()
            .with(
                TestHub.IBAN,
                TODAY,
                TODAY,
                BigDecimal.ZERO,
                List.of(Entry.in("R9", TODAY, "100.00", "Somebody", "thank you")))
            .bytes());
    hub.run();
    assertThat(state(promise)).isEqualTo(StandstillState.OPEN);
    assertThat(hub.outlet.emails()).isEmpty();
  }

  @Test
  void aWithdrawnPromiseHoldsNothing() {
    UUID promise = promise(TODAY.plusDays(3));
    hub.run();
    promises.withdraw("acme", promise, "Misunderstood", "anna");
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThatThrownBy(() -> promises.withdraw("acme", promise, null, "anna"))
        .isInstanceOf(NotSaid.class);
  }

  @Test
  void aManualHoldEndsWithItsDay() {
    holds.hold("acme", new Holds.Said(customer, invoice, TODAY, "Wait for the director"), "anna");
    hub.run();
    assertThat(heldBy()).contains("MANUAL");
    nextDay();
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(events()).contains("HOLD_MADE", "HOLD_ENDED");
  }

  @Test
  void anArrangementIsAgreedWithinTheRulesOnlyAndBrokenByAMissedInstalment() {
    assertThatThrownBy(() -> propose(part(1, "99.99")))
        .isInstanceOfSatisfying(
            NotSaid.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.OTHER_SUM));
    UUID tooSmall = propose(part(1, "20.00"), part(2, "80.00"));
    assertThatThrownBy(() -> arrangements.agree("acme", tooSmall, "anna"))
        .isInstanceOfSatisfying(
            NotSaid.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.TOO_SMALL));
    assertThat(tasks()).extracting(WorkList.Line::kind).containsExactly(TaskKind.PROPOSAL);
    arrangements.rules("acme", 6, 180, new BigDecimal("20"), "anna");
    arrangements.agree("acme", tooSmall, "anna");
    hub.run();
    assertThat(heldBy()).contains("ARRANGEMENT");

    nextDay();
    hub.run();
    assertThat(state(tooSmall)).isEqualTo(StandstillState.AGREED);
    hub.day.begin("acme", TODAY.plusDays(2));
    covered(TODAY.plusDays(1));
    hub.run();
    assertThat(state(tooSmall)).isEqualTo(StandstillState.BROKEN);
    assertThat(hub.outlet.emails()).hasSize(1);
  }

  @Test
  void moreThanIsOpenIsNotPromised() {
    assertThatThrownBy(
            () ->
                promises.make(
                    "acme",
                    new Promises.Said(customer, List.of(), new BigDecimal("100.01"), TODAY, null),
                    "anna"))
        .isInstanceOfSatisfying(
            NotSaid.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.MORE_THAN_OPEN));
    assertThat(events()).doesNotContain("PROMISE_MADE");
  }

  @Test
  void aCallIsATaskUntilItsOutcomeIsNoted() {
    call("a-1");
    Calls calls = new Calls(hub.stores);
    assertThat(tasks()).extracting(WorkList.Line::kind).containsExactly(TaskKind.CALL);
    calls.called("acme", "a-1", Calls.Said.of(CallOutcome.NO_ANSWER, null), "anna");
    assertThat(tasks()).hasSize(1);

    calls.called(
        "acme",
        "a-1",
        new Calls.Said(CallOutcome.PROMISE, "Pays on Friday", null, TODAY.plusDays(3), null, null),
        "anna");
    assertThat(tasks()).isEmpty();
    assertThat(hub.stores.actions().find("acme", "a-1").orElseThrow().state())
        .isEqualTo(ActionState.DONE);
    nextDay();
    hub.run();
    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(hub.stores.talk().standstills().standing("acme"))
        .extracting(Standstill::on)
        .containsExactly(TODAY.plusDays(3));
  }

  @Test
  void aWrongNumberIsATaskOfItsOwnThatAPersonEnds() {
    call("a-1");
    new Calls(hub.stores)
        .called("acme", "a-1", Calls.Said.of(CallOutcome.WRONG_NUMBER, "A bakery"), "anna");
    assertThat(tasks()).extracting(WorkList.Line::kind).containsExactly(TaskKind.WRONG_NUMBER);
    String subject = tasks().getFirst().subjectId();
    Tasks tasks = new Tasks(hub.stores);
    tasks.assign("acme", TaskKind.WRONG_NUMBER, subject, "bert", "anna");
    assertThat(tasks()).extracting(WorkList.Line::assignee).containsExactly("bert");
    tasks.done("acme", TaskKind.WRONG_NUMBER, subject, "bert");
    assertThat(tasks()).isEmpty();
  }

  @Test
  void aCallForWhatIsPromisedMeanwhileIsWithdrawn() {
    call("a-1");
    promise(TODAY.plusDays(3));
    hub.run();
    assertThat(tasks()).isEmpty();
    assertThat(hub.stores.actions().find("acme", "a-1").orElseThrow().state())
        .isEqualTo(ActionState.CANCELLED);
  }

  @Test
  void aDisputePastItsDeadlineIsEscalated() {
    disputes.open(
        "acme",
        new Disputes.Said(
            invoice, null, DisputeReason.PRICE, "bert", TODAY.plusDays(2), "Too much"),
        "anna");
    assertThat(tasks()).extracting(WorkList.Line::urgency).containsExactly(Urgency.COMING);
    assertThat(tasksOn(TODAY.plusDays(2)))
        .extracting(WorkList.Line::urgency)
        .containsExactly(Urgency.DUE);
    assertThat(tasksOn(TODAY.plusDays(3)))
        .extracting(WorkList.Line::urgency)
        .containsExactly(Urgency.ESCALATED);
  }

  private UUID promise(LocalDate on) {
    return promises.make(
        "acme", new Promises.Said(customer, List.of(), null, on, "By telephone"), "anna");
  }

  private UUID dispute(String amount) {
    return disputes.open("acme", disputed(new BigDecimal(amount)), "anna");
  }

  private Disputes.Said disputed(BigDecimal amount) {
    return new Disputes.Said(invoice, amount, DisputeReason.PRICE, null, null, "Too much");
  }

  private UUID propose(Arrangements.Part... parts) {
    return arrangements.propose(
        "acme", new Arrangements.Said(customer, List.of(), List.of(parts), null), "anna");
  }

  private static Arrangements.Part part(int days, String amount) {
    return new Arrangements.Part(TODAY.plusDays(days), new BigDecimal(amount));
  }

  private void lift() {
    hub.stores.talk().standstills().standing("acme").stream()
        .map(Standstill::id)
        .forEach(id -> holds.lift("acme", id, null, "anna"));
  }

  private void call(String id) {
    Action action =
        new Action(
            id,
            customer.toString(),
            "standard",
            "call",
            Channel.CALL,
            TODAY,
            ActionState.DUE,
            List.of(new ActionItem(invoice.toString(), OVERDUE, "call", eur("100.00"))),
            List.of());
    hub.stores.transactions().run(() -> hub.stores.actions().add("acme", action));
  }

  private List<WorkList.Line> tasks() {
    return tasksOn(TODAY);
  }

  private List<WorkList.Line> tasksOn(LocalDate day) {
    return hub.stores
        .views()
        .workList()
        .page("acme", CurrencyUnit.EUR, WorkList.Choice.ALL, day, null, 50)
        .items();
  }

  private StandstillState state(UUID id) {
    return hub.stores.talk().standstills().find("acme", id).orElseThrow().state();
  }

  private PromiseState record(UUID id) {
    return ((Promise) hub.stores.talk().standstills().find("acme", id).orElseThrow().record())
        .state();
  }

  private List<String> events() {
    return hub.stores.journal().newest("acme", 100).stream().map(e -> e.event()).toList();
  }

  private List<Effect> emails(EffectState state) {
    return hub.effects(state).stream().filter(e -> e.kind() == EffectKind.EMAIL).toList();
  }

  private String heldBy() {
    return String.join(
        " ",
        hub.jdbc()
            .sql("select record ->> 'holds' from action where state = 'HELD'")
            .query(String.class)
            .list());
  }

  private void covered(LocalDate day) {
    hub.offer("statement.xml", BankFile.day(TestHub.IBAN, day).bytes());
  }

  private void pay(LocalDate day, String amount) {
    Entry entry = Entry.in("R1", day, amount, "Customer c0", "INV-2026-1100");
    hub.offer(
        "payment.xml",
        BankFile.empty().with(TestHub.IBAN, day, day, BigDecimal.ZERO, List.of(entry)).bytes());
  }

  private void nextDay() {
    covered(TODAY);
    hub.settle();
    hub.day.begin("acme", TODAY.plusDays(1));
    hub.stores.companies().addWorkDue("acme", WorkDue.DUN);
  }

  private static Money eur(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
