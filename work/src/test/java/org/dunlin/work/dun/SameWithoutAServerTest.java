package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.record.Asked;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dialogue.Disputes;
import org.dunlin.work.dialogue.Holds;
import org.dunlin.work.dialogue.Promises;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A generated ledger, day after day: what the hub decides is what {@code dunlin dun} decides over
 * the same books written down.
 */
class SameWithoutAServerTest {
  private static final int INVOICES = 30;
  private static final int DAYS = 21;

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final Random random = new Random(20_261_124);
  private BigDecimal balance = BigDecimal.ZERO;
  private int entries;

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theHubAndTheCommandDecideTheSame() {
    for (int i = 0; i < INVOICES; i++) {
      hub.offer("invoice.xml", invoice(i).bytes());
    }
    statement(TestHub.TODAY.minusDays(1), List.of());
    hub.settle();
    standStill();
    int compared = 0;
    TreeSet<String> states = new TreeSet<>();
    for (LocalDate day = TestHub.TODAY;
        day.isBefore(TestHub.TODAY.plusDays(DAYS));
        day = day.plusDays(1)) {
      hub.decide();
      List<Action> decided = decided(day);
      assertThat(lines(decided))
          .as("on " + day)
          .isEqualTo(lines(new WrittenLedger(hub.stores, "acme", day).actionsOn(day)));
      compared += decided.size();
      decided.forEach(each -> each.holds().forEach(hold -> states.add(hold.reason().name())));
      hub.run();
      statement(day, payments(day));
      hub.settle();
      hub.day.begin("acme", day.plusDays(1));
    }
    assertThat(compared).as("so that it compares something").isGreaterThan(20);
    assertThat(states).contains("DISPUTE", "PROMISE", "MANUAL", "NO_ADDRESS", "CONTACT_POLICY");
  }

  private InvoiceFile invoice(int number) {
    int customer = number % 5;
    LocalDate due = TestHub.TODAY.plusDays(random.nextInt(40) - 30L);
    String amount = (100 + 7 * number) + ".00";
    InvoiceFile file = InvoiceFile.of("INV-2026-1" + (100 + number), "c" + customer, due, amount);
    return customer == 4 ? file.to(null) : file;
  }

  /** Some name what they pay, some pay a part, and some say nothing that can be understood. */
  private List<Entry> payments(LocalDate day) {
    List<Entry> found = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      int number = random.nextInt(INVOICES);
      int part = random.nextInt(3) == 0 ? 2 : 1;
      String amount = (100 + 7 * number) / part + ".00";
      String says = random.nextInt(3) == 0 ? "thank you" : "INV-2026-1" + (100 + number);
      found.add(Entry.in("R" + ++entries, day, amount, "Customer c" + number % 5, says));
    }
    return found;
  }

  private void statement(LocalDate day, List<Entry> found) {
    hub.offer(
        "statement.xml", BankFile.empty().with(TestHub.IBAN, day, day, balance, found).bytes());
    balance = found.stream().map(Entry::amount).reduce(balance, BigDecimal::add);
  }

  private void standStill() {
    new Promises(hub.stores)
        .make(
            "acme",
            new Promises.Said(
                customer(0), List.of(id(0)), null, TestHub.TODAY.plusDays(6), "By telephone"),
            "anna");
    new Disputes(hub.stores)
        .open(
            "acme",
            new Disputes.Said(
                id(1), new BigDecimal("30.00"), DisputeReason.PRICE, null, null, "Too much"),
            "anna");
    new Disputes(hub.stores)
        .open(
            "acme",
            new Disputes.Said(id(6), null, DisputeReason.PRICE, null, null, "Not ours"),
            "anna");
    new Holds(hub.stores)
        .hold(
            "acme",
            new Holds.Said(customer(2), null, TestHub.TODAY.plusDays(9), "They called"),
            "anna");
  }

  private UUID id(int number) {
    return hub.stores.invoices().openOfNumber("acme", "INV-2026-1" + (100 + number)).getFirst();
  }

  private UUID customer(int number) {
    return UUID.fromString(
        hub.stores.invoices().find("acme", id(number)).orElseThrow().invoice().customerId());
  }

  private List<Action> decided(LocalDate day) {
    return hub
        .stores
        .records()
        .actions()
        .page(new Asked("acme", Map.of(), null, null, 10_000))
        .items()
        .stream()
        .filter(each -> each.on().equals(day) && each.state() != ActionState.CANCELLED)
        .toList();
  }

  private static List<String> lines(List<Action> actions) {
    return actions.stream().map(SameWithoutAServerTest::line).sorted().toList();
  }

  private static String line(Action action) {
    TreeSet<String> items = new TreeSet<>();
    action
        .items()
        .forEach(
            item ->
                items.add(
                    item.invoiceId() + " " + item.dueDate() + " " + item.step() + item.amount()));
    TreeSet<String> holds = new TreeSet<>();
    action.holds().forEach(hold -> holds.add(hold.reason().name()));
    return "%s %s %s %s %s"
        .formatted(action.customerId(), action.state(), action.step(), items, holds);
  }
}
