package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dialogue.Disputes;
import org.dunlin.work.dialogue.Holds;
import org.dunlin.work.dialogue.NotSaid;
import org.dunlin.work.dialogue.Promises;
import org.dunlin.work.dun.ChangePlans.Chosen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A generated ledger, day after day, several runs a day: what a run decides that looks only at what
 * may be due is what the engine decides over the whole company.
 */
class OnlyWhatMayBeDueTest {
  private static final int DAYS = 21;

  private static final String PLAN =
      """
      plans:
        - id: ours
          name: Ours
          tolerance: {EUR: "%s"}
          contact: {minDaysBetween: 4, businessDaysOnly: true}
          onboarding: {enterAt: first, perDay: 3}
          steps:
            - {id: notice, due: "-3d", until: "0d", channel: EMAIL, template: before-due}
            - {id: first, due: "+3d", channel: EMAIL, template: reminder-1}
            - {id: call, due: "previous +1d", waitAtMost: 1d, channel: CALL, minAmount: {EUR: "150.00"}}
            - {id: second, due: "previous +%dd", channel: EMAIL, template: reminder-2, approve: true}
            - {id: last, due: "end-of-month +10d", channel: EMAIL, template: final}
      """;

  private static final String STRICT =
      """
      plans:
        - id: strict
          for: {risk: [MEDIUM, HIGH]}
          tolerance: {EUR: "5.00"}
          contact: {minDaysBetween: 2}
          steps:
            - {id: first, due: "+1d", channel: EMAIL, template: reminder-1}
            - {id: soon, due: "previous +2d", channel: EMAIL, template: reminder-2, approve: true}
            - {id: last, due: "previous +3d", channel: EMAIL, template: final}
      """;

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ChangePlans plans = new ChangePlans(hub.stores);
  private final BothWays bothWays = new BothWays(hub);
  private Random random = new Random(0);
  private BigDecimal balance = BigDecimal.ZERO;
  private int entries;
  private int invoices;
  private int version;

  @AfterEach
  void close() {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3})
  void whatARunDecidesIsWhatIsDecidedOverAll(long seed) {
    TreeSet<String> levels = decides(seed, false);
    assertThat(levels).as("nobody asks for them").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {4})
  void soItIsWhereCustomersOfSomeRiskHaveAPlanOfTheirOwn(long seed) {
    TreeSet<String> levels = decides(seed, true);
    assertThat(levels).as("so that somebody's level changes").hasSizeGreaterThan(8);
  }

  private TreeSet<String> decides(long seed, boolean byRisk) {
    random = new Random(seed);
    TreeSet<String> levels = new TreeSet<>();
    for (int i = 0; i < 40; i++) {
      invoice(TestHub.TODAY.plusDays(random.nextInt(60) - (byRisk ? 10L : 35L)));
    }
    plan("5.00", 2);
    if (byRisk) {
      plans.save("acme", null, null, STRICT, true, "anna");
      plans.choose("acme", List.of(new Chosen("strict", false), new Chosen("ours", false)), "anna");
    }
    statement(TestHub.TODAY.minusDays(1), byRisk ? paidBefore() : List.of());
    hub.settle();
    int compared = 0;
    int passedOver = 0;
    TreeSet<String> seen = new TreeSet<>();
    for (LocalDate day = TestHub.TODAY;
        day.isBefore(TestHub.TODAY.plusDays(DAYS));
        day = day.plusDays(1)) {
      for (int run = 0; run <= random.nextInt(3); run++) {
        hub.settle();
        List<Action> whole = bothWays.whole(day);
        boolean ran = hub.dun.next();
        List<Action> narrow = bothWays.narrow(whole);
        if (ran) {
          assertThat(BothWays.lines(narrow))
              .as("on %s, run %d", day, run)
              .isEqualTo(BothWays.lines(whole));
          compared += whole.size();
          passedOver += later(day);
        }
        narrow.forEach(each -> seen.add(each.state().name()));
        narrow.forEach(each -> each.holds().forEach(hold -> seen.add(hold.reason().name())));
        happens(day);
      }
      levels.addAll(levels());
      hub.run();
      statement(day, payments(day));
      hub.day.begin("acme", day.plusDays(1));
    }
    assertThat(compared).as("so that it compares something").isGreaterThan(100);
    assertThat(passedOver).as("so that it passes something over").isGreaterThan(100);
    assertThat(seen)
        .contains("DUE", "AWAITING_APPROVAL", "HELD", "CONTACT_POLICY", "DISPUTE", "NO_ADDRESS");
    return levels;
  }

  private List<String> levels() {
    return hub.jdbc()
        .sql("select cast(customer_id as text) || level from customer_risk")
        .query(String.class)
        .list();
  }

  /** Five of the customers have paid, on one day, what was due on days of their own. */
  private List<Entry> paidBefore() {
    LocalDate day = TestHub.TODAY.minusDays(1);
    List<Entry> found = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int customer = i % 5;
      LocalDate due = day.minusDays(List.of(0, 2, 12, 15, 40).get(customer));
      String number = "INV-2026-7" + (100 + i);
      InvoiceFile file = InvoiceFile.of(number, "c" + customer, due, "50.0" + i % 10);
      hub.offer("invoice.xml", file.bytes());
      found.add(Entry.in("B" + i, day, "50.0" + i % 10, "Customer c" + customer, number));
    }
    return found;
  }

  private int later(LocalDate today) {
    return hub.jdbc()
        .sql("select count(*) from next_look where look_on > ?")
        .param(today)
        .query(Integer.class)
        .single();
  }

  /** What cannot be said of an invoice as it is does not happen. */
  private void happens(LocalDate day) {
    try {
      somethingHappens(day);
    } catch (NotSaid e) {
      assertThat(e).hasMessageNotContaining("null");
    }
    hub.sql("update company set dunned_on = null");
  }

  private void somethingHappens(LocalDate day) {
    UUID invoice = anyInvoice();
    UUID customer =
        UUID.fromString(
            hub.stores.invoices().find("acme", invoice).orElseThrow().invoice().customerId());
    String id = "'" + customer + "'";
    switch (random.nextInt(14)) {
      case 0 ->
          new Promises(hub.stores)
              .make(
                  "acme",
                  new Promises.Said(
                      customer,
                      List.of(invoice),
                      null,
                      day.plusDays(1 + random.nextInt(6)),
                      "By telephone"),
                  "anna");
      case 1 ->
          new Disputes(hub.stores)
              .open(
                  "acme",
                  new Disputes.Said(
                      invoice,
                      random.nextBoolean() ? null : new BigDecimal("30.00"),
                      DisputeReason.PRICE,
                      null,
                      null,
                      "Too much"),
                  "anna");
      case 2 ->
          hub.stores.talk().standstills().standing("acme").stream()
              .filter(each -> each.kind().name().equals("DISPUTE"))
              .findFirst()
              .ifPresent(
                  each ->
                      new Disputes(hub.stores).reject("acme", each.id(), "It is right", "anna"));
      case 3 ->
          new Holds(hub.stores)
              .hold(
                  "acme",
                  new Holds.Said(customer, null, day.plusDays(random.nextInt(5)), "They called"),
                  "anna");
      case 4 -> plan("5.00", 1 + random.nextInt(3));
      case 5 -> plan(random.nextBoolean() ? "5.00" : "160.00", 2);
      case 6 -> invoice(day.plusDays(random.nextInt(30) - 20L));
      case 7 -> set("customer", "{\"plan\": \"none\"}", "customer_id = " + id);
      case 8 -> hub.sql("update customer set record = record - 'plan' where customer_id = " + id);
      case 9 -> set("invoice", "{\"plan\": \"nl-business\"}", "invoice_id = '" + invoice + "'");
      case 10 -> set("company", "{\"tolerance\": {\"EUR\": \"120.00\"}}", "true");
      case 11 ->
          new ApproveActions(hub.stores)
              .approve(
                  "acme",
                  hub.stores.approvals().waiting("acme", 100).stream().map(Action::id).toList(),
                  "anna");
      case 12 ->
          hub.effects(EffectState.AWAITING_APPROVAL).stream()
              .findFirst()
              .ifPresent(
                  each ->
                      new ApproveActions(hub.stores)
                          .refuse(
                              "acme",
                              List.of(String.valueOf(each.actionId())),
                              day.plusDays(3),
                              "Not now",
                              "anna"));
      default ->
          hub.sql(
              "update invoice set due_date = due_date + 9, record = jsonb_set(record, '{dueDate}',"
                  + " to_jsonb(cast(due_date + 9 as text))) where invoice_id = '"
                  + invoice
                  + "' and due_date is not null");
    }
  }

  private void set(String table, String more, String where) {
    hub.sql("update " + table + " set record = record || '" + more + "' where " + where);
  }

  private void plan(String tolerance, int days) {
    plans.save(
        "acme", version == 0 ? null : "ours", null, PLAN.formatted(tolerance, days), true, "anna");
    version++;
    if (version == 1) {
      plans.choose("acme", List.of(new Chosen("ours", false)), "anna");
    }
  }

  private void invoice(LocalDate due) {
    int number = invoices++;
    InvoiceFile file =
        InvoiceFile.of(
            "INV-2026-1" + (100 + number), "c" + number % 7, due, (100 + 3 * number) + ".00");
    hub.offer("invoice.xml", (number % 7 == 6 ? file.to(null) : file).bytes());
  }

  private List<Entry> payments(LocalDate day) {
    List<Entry> found = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      int number = random.nextInt(invoices);
      int part = random.nextInt(3) == 0 ? 2 : 1;
      String amount = (100 + 3 * number) / part + ".00";
      String says = random.nextInt(4) == 0 ? "thank you" : "INV-2026-1" + (100 + number);
      found.add(Entry.in("R" + ++entries, day, amount, "Customer c" + number % 7, says));
    }
    return found;
  }

  private void statement(LocalDate day, List<Entry> found) {
    hub.offer(
        "statement.xml", BankFile.empty().with(TestHub.IBAN, day, day, balance, found).bytes());
    balance = found.stream().map(Entry::amount).reduce(balance, BigDecimal::add);
  }

  private UUID anyInvoice() {
    List<UUID> open =
        hub.jdbc()
            .sql(
                "select invoice_id from invoice where status = 'OPEN' and claimed < outstanding"
                    + " order by number")
            .query(UUID.class)
            .list();
    return open.get(random.nextInt(open.size()));
  }
}
