package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.PeopleTask.Person.CONTROLLER;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Decision;
import org.dunlin.store.access.Role;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.store.ledger.Allocations;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.Test;

/** The ten tasks of the credit controller, walked as docs/people.md says. */
class ControllerTasksTest extends PeopleTasks {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 10);
  private static final String SOON = "2026-11-27";
  private static final String CHANGED = "The plans in force are changed.";

  private final UUID jansen = scene.customer("Bakkerij Jansen");
  private final UUID loaves = scene.invoice(jansen, "2026-0042", DUE, "1210.00");
  private final UUID other = scene.customer("Slagerij Pietersen");
  private final UUID hams = scene.invoice(other, "2026-0050", DUE, "300.00");

  ControllerTasksTest() {
    super(Role.CONTROLLER, false);
  }

  @Test
  @PeopleTask(person = CONTROLLER, number = 1)
  void seeHowTheCompanyStands() {
    UUID payment = scene.payment("HOEVEN", "factuur 2026-0042", "210.00");
    scene.allocation(payment, loaves, "210.00", Decision.AUTOMATIC, "its number stands there");
    call();

    walk.begin().to("Dashboard").isAt("Dashboard");

    walk.sees("Outstanding in EUR", "EUR 1,300.00", "1–30 days overdue")
        .sees("What changed in the last seven days", "Payments in", "EUR 210.00")
        .sees("Who owes most in EUR", "Bakkerij Jansen", "EUR 1,000.00")
        .sees("What to do", "1 task is due today");
    walk.ends();
  }

  @Test
  @PeopleTask(person = CONTROLLER, number = 2)
  void workOffWhatThereIsToDo() {
    call();
    UUID reminder = scene.email(other, hams, "Reminder: 2026-0050", EffectState.FAILED);
    stores
        .outbox()
        .addressRefused(
            stores.outbox().find(scene.id(), reminder).orElseThrow(), "ap@customer.example");
    stores.talk().marks().assign(scene.id(), "CALL", "a-1", somebody.name());
    stores.talk().marks().assign(scene.id(), "BOUNCE", reminder.toString(), somebody.name());

    walk.begin().to("Tasks").press("Mine");
    assertThat(walk.page().locator("tbody tr").allInnerTexts())
        .as("the most money first")
        .hasSize(2)
        .first()
        .asString()
        .contains("Bakkerij Jansen");
    walk.open("the task", "Bakkerij Jansen")
        .choose("What came of it", "Promised a day")
        .write("Promised for (for a promise)", SOON)
        .press("Note the outcome")
        .sees("Noted; reminders wait for the day promised.");
    assertThat(standing(StandstillKind.PROMISE).on()).isEqualTo(SOON);

    walk.begin()
        .to("Tasks")
        .press("Mine")
        .press("the button", "Slagerij Pietersen", "The address is good")
        .sees("The task is done.", "There is nothing to do.");
    assertThat(stores.outbox().isRefused(scene.id(), "ap@customer.example")).isFalse();
    walk.ends();
  }

  @Test
  @PeopleTask(person = CONTROLLER, number = 3)
  void decideOnThePaymentsForWhichMatchingSuggestsSomethingAndIsNotSure() {
    suggested("FIRMA EEN", loaves, "1210.00");
    suggested("FIRMA TWEE", hams, "300.00");
    UUID strange = suggested("FIRMA DRIE", hams, "299.00");

    walk.begin()
        .to("Review")
        .press("Confirm", "FIRMA EEN")
        .sees("It is allocated.", "FIRMA TWEE")
        .seesNot("FIRMA EEN");
    assertThat(decisions(loaves)).containsExactly(Decision.CONFIRMED);

    walk.begin()
        .to("Review")
        .press("Not this one", "FIRMA TWEE")
        .sees("No rule brings these together again.")
        .seesNot("FIRMA TWEE");
    assertThat(decisions(hams)).as("that of the third").containsExactly(Decision.SUGGESTED);

    walk.begin().to("Review").press("Another invoice", "FIRMA DRIE").sees("Apply to an invoice");
    assertThat(walk.page().url()).contains(strange.toString(), "#apply");
    walk.ends();
  }

  @Test
  @PeopleTask(person = CONTROLLER, number = 4)
  void applyAPaymentThatNoRuleCouldPlace() {
    scene.payment("B. Jansen", "thank you", "1210.00");

    walk.begin()
        .to("Payments")
        .open("the payment", "thank you")
        .write("Invoice number", "2026-0042")
        .press("Apply to an invoice")
        .sees("It is allocated.", "Allocated by a person", "2026-0042");

    assertThat(decisions(loaves)).containsExactly(Decision.MANUAL);
    assertThat(stores.invoices().find(scene.id(), loaves).orElseThrow().open().isZero()).isTrue();
    walk.ends();
  }

  @Test
  @PeopleTask(person = CONTROLLER, number = 5)
  void seeAllAboutACustomerBeforeYouCall() {
    scene.email(jansen, loaves, "Reminder: 2026-0042", EffectState.SENT);
    UUID payment = scene.payment("JANSEN", "2026-0042 first part", "210.00");
    scene.allocation(payment, loaves, "210.00", Decision.AUTOMATIC, "its number stands there");
    promised("By Friday, said Anna");

    walk.begin()
        .to("Customers")
        .write("Search by name or number", "jans")
        .seesNot("Slagerij Pietersen")
        .open("the customer", "Bakkerij Jansen")
        .isAt("Bakkerij Jansen");

    walk.sees("EUR 1,000.00", "2026-0042", "10 Nov 2026", "10 days overdue")
        .sees("Dialogue", "Promise", "By Friday, said Anna", "Payment risk")
        .sees("Payments", "210.00", "Reminders", "Read it", "Timeline");
    walk.ends();
  }

  @Test
  @PeopleTask(person = CONTROLLER, number = 6)
  void noteThatACustomerPromisedToPayOrContestsAnAmount() {
    walk.begin()
        .to("Customers")
        .open("the customer", "Bakkerij Jansen")
        .press("Record a promise")
        .write("Will be paid on", SOON)
        .write("Amount", "1000.00")
        .press("Record the promise")
        .sees("The promise is recorded.", "27 Nov 2026", "EUR 1,000.00");
    assertThat(standing(StandstillKind.PROMISE).amount()).isEqualTo(Scene.euro("1000.00"));

    walk.begin()
        .to("Invoices")
        .open("the invoice", "2026-0050")
        .press("Open a dispute")
        .choose("Reason", "Quality")
        .write("Contested amount", "40.00")
        .press("Open the dispute")
        .sees("The dispute is open.", "EUR 40.00");
    assertThat(standing(StandstillKind.DISPUTE).invoices()).containsExactly(hams);
    walk.ends();
  }

  @Test
  @PeopleTask(person = CONTROLLER, number = 7)
  void letACustomerPayInInstalments() {
    walk.begin()
        .to("Customers")
        .open("the customer", "Bakkerij Jansen")
        .press("Propose an arrangement")
        .write("Instalments", "2")
        .write("First instalment on", SOON)
        .press("Propose it")
        .sees("The arrangement is proposed; it stops reminders once it is agreed.", "Proposed");
    assertThat(standing(StandstillKind.ARRANGEMENT).state()).isEqualTo(StandstillState.PROPOSED);

    walk.begin()
        .to("Agreements")
        .press("Arrangements")
        .open("the arrangement", "Bakkerij Jansen")
        .press("Agree")
        .sees("The arrangement is agreed", "27 Nov 2026, EUR 605.00", "27 Dec 2026, EUR 605.00");
    assertThat(standing(StandstillKind.ARRANGEMENT).state()).isEqualTo(StandstillState.AGREED);
    walk.ends();
  }

  @Test
  @PeopleTask(person = CONTROLLER, number = 8)
  void seeWhichRemindersGoOutInTheDaysToCome() {
    scene.invoice(jansen, "2026-0043", DUE, "90.00");
    asked("b-" + scene.id());

    walk.begin()
        .to("What is ahead")
        .press("Stop or shift", "Bakkerij Jansen")
        .write("Hold until", SOON)
        .write("Why", "They asked for a week")
        .press("Hold this customer")
        .sees("Reminders are stopped until that day.");
    assertThat(standing(StandstillKind.HOLD).customerId()).isEqualTo(jansen);
    assertThat(standing(StandstillKind.HOLD).on()).isEqualTo(SOON);

    walk.begin()
        .to("Approvals")
        .tick("the box beside each", "Choose that of Slagerij Pietersen")
        .press("Approve what is chosen")
        .sees("1 is approved.", "Nothing waits for approval.");
    assertThat(stores.actions().find(scene.id(), "b-" + scene.id()).orElseThrow().state())
        .isEqualTo(ActionState.DUE);
    walk.ends();
  }

  @Test
  @PeopleTask(person = CONTROLLER, number = 9)
  void changeByWhichPlanCustomersAreReminded() {
    scene.invoice(dutchBusiness("Drukkerij Noord"), "2026-0060", DUE, "500.00");
    walk.begin()
        .to("Plans")
        .press("Put in force", "nl-business")
        .sees("From then on these are in force", "Effect from 20 Nov 2026", "Drukkerij Noord");
    assertThat(stores.plans().inForce(scene.id())).as("it does not count yet").isEmpty();
    walk.press("the same button again", "", "Put in force").sees(CHANGED);
    assertThat(plans()).containsExactly("nl-business", "standard");

    walk.begin()
        .to("Plans")
        .press("Only shadow", "nl-business")
        .press("the same button again", "", "Only shadow")
        .sees(CHANGED, "shadow: decides and sends nothing");
    assertThat(plans()).containsExactly("nl-business (shadow)", "standard");

    walk.begin()
        .to("Plans")
        .press("Let it send", "nl-business")
        .press("the same button again", "", "Let it send")
        .sees(CHANGED);
    assertThat(plans()).containsExactly("nl-business", "standard");
    walk.ends();
  }

  @Test
  @PeopleTask(person = CONTROLLER, number = 10)
  void stopTheRemindersOfACustomerUntilADay() {
    walk.begin()
        .to("Customers")
        .open("the customer", "Bakkerij Jansen")
        .press("Stop reminders until a day")
        .write("Until and including", SOON)
        .write("Why", "Their books are with the auditor")
        .press("Stop reminders")
        .sees("Reminders are stopped until that day.", "Their books are with the auditor");

    Standstill hold = standing(StandstillKind.HOLD);
    assertThat(hold.on()).isEqualTo(SOON);
    assertThat(hold.made().by()).isEqualTo(somebody.name());
    walk.ends();
  }

  private void promised(String words) {
    String page = "/customers/" + jansen;
    linked.browser.open(page + "?company=" + scene.id());
    String[] fields = {"company", scene.id(), "back", page, "on", SOON, "words", words};
    linked.browser.press(page + "/talk/promise", fields);
  }

  private UUID dutchBusiness(String name) {
    Customer said =
        new Customer(
            UUID.randomUUID().toString(),
            "D2001",
            name,
            "ap@noord.example",
            null,
            new Address(null, "1011 AB", "Amsterdam", "NL"),
            "nl",
            null,
            null,
            List.of(),
            false,
            List.of(),
            null,
            null,
            null);
    return stores.customers().apply(scene.origin(), said).id();
  }

  /** A call that is to be made. */
  private void call() {
    stores.actions().add(scene.id(), action("a-1", jansen, loaves, ActionState.DUE, Channel.CALL));
  }

  /** A step that waits for approval. */
  private void asked(String id) {
    Action step = action(id, other, hams, ActionState.AWAITING_APPROVAL, Channel.EMAIL);
    stores.actions().add(scene.id(), step);
    stores.approvals().ask(scene.id(), id, true);
  }

  private Action action(
      String id, UUID customer, UUID invoice, ActionState state, Channel channel) {
    ActionItem item =
        new ActionItem(
            invoice.toString(),
            DUE,
            "call",
            stores.invoices().find(scene.id(), invoice).orElseThrow().open());
    return new Action(
        id,
        customer.toString(),
        "standard",
        "call",
        channel,
        Scene.TODAY,
        state,
        List.of(item),
        List.of());
  }

  private UUID suggested(String payer, UUID invoice, String amount) {
    UUID payment = scene.payment(payer, "rekening", amount);
    scene.allocation(payment, invoice, amount, Decision.SUGGESTED, "the payer is known");
    return payment;
  }

  private List<Decision> decisions(UUID invoice) {
    return stores.allocations().of(scene.id()).stream()
        .map(Allocations.Stored::allocation)
        .filter(each -> invoice.toString().equals(each.invoiceId()))
        .map(each -> each.decision())
        .toList();
  }

  private Standstill standing(StandstillKind kind) {
    return stores.talk().standstills().standing(scene.id()).stream()
        .filter(each -> each.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private List<String> plans() {
    return stores.plans().inForce(scene.id()).stream()
        .map(each -> each.planId() + (each.shadow() ? " (shadow)" : ""))
        .toList();
  }
}
