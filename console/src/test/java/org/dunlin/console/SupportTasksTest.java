package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.PeopleTask.Person.SUPPORT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.dunning.GateCheck;
import org.dunlin.core.dunning.GateFinding;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Ids;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.access.Role;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.outbox.GateAskings;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.Streams;
import org.dunlin.store.tieout.DifferencePart;
import org.dunlin.store.tieout.DifferenceReason;
import org.dunlin.store.tieout.TieOutLine;
import org.dunlin.store.tieout.TieOutState;
import org.dunlin.store.tieout.TieOutTotal;
import org.dunlin.work.Payloads;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ten tasks of support staff, walked as docs/people.md says. */
class SupportTasksTest extends PeopleTasks {
  private final UUID jansen = scene.customer("Bakkerij Jansen");
  private final UUID loaves =
      scene.invoice(jansen, "2026-0042", Scene.TODAY.minusDays(10), "1234.50");

  SupportTasksTest() {
    super(Role.SUPPORTER, true);
  }

  @Test
  @PeopleTask(person = SUPPORT, number = 1)
  void findWhatSomebodyQuotes() {
    scene.payment("J. de Boer", "NL91ABNA0417164300", "voor de taart", "17.35");
    scene.accept("statement.xml", "<a>" + scene.id() + "</a>");
    UUID message = scene.email(jansen, loaves, "Reminder: 2026-0042", EffectState.SENT);

    for (String each : List.of("jans", "1234.50", "NL91 ABNA 0417 1643 00", "taart", "statement")) {
      walk.begin().quote(each).isAt("Search").open("what was found", "");
      assertThat(walk.page().url())
          .as(each)
          .containsPattern("/(customers|invoices|payments)/|/del");
    }
    walk.begin().quote("2026-0042").isAt("Invoice 2026-0042");
    walk.begin().quote("Bakkerij Jansen").isAt("Bakkerij Jansen");
    walk.begin().quote("statement.xml").isAt("statement.xml");
    walk.begin().quote(message.toString()).isAt("Reminder: 2026-0042");
    scene.translate();
    walk.ends();
  }

  @Test
  @PeopleTask(person = SUPPORT, number = 2)
  void sayWhyACustomerWasReminded() {
    UUID message = scene.email(jansen, loaves, "Reminder: 2026-0042", EffectState.SENT);
    Effect effect = stores.outbox().find(scene.id(), message).orElseThrow();
    stores
        .gateAskings()
        .put(
            scene.id(),
            message,
            String.valueOf(effect.actionId()),
            jansen,
            GateAskings.Answer.GO,
            List.of(
                passed(GateCheck.ACCOUNTS, "account", Scene.IBAN, "coveredTo", "2026-11-19"),
                passed(
                    GateCheck.AMOUNTS,
                    "invoice",
                    "2026-0042",
                    "open",
                    "EUR 1234.50",
                    "said",
                    "EUR 1234.50")));

    walk.begin()
        .to("Customers")
        .write("Search by name or number", "jans")
        .open("the customer", "Bakkerij Jansen")
        .press("Read it", "reminder")
        .isAt("Reminder: 2026-0042");

    walk.sees("What was found as it was to leave", ", and left.")
        .sees(Scene.IBAN + ", covered by statements to 19 Nov 2026")
        .sees("2026-0042: EUR 1,234.50 is open, the message says EUR 1,234.50");
    walk.ends();
  }

  @Test
  @PeopleTask(person = SUPPORT, number = 3)
  void sayWhyACustomerWasNotReminded() {
    scene.held(jansen, loaves, HoldReason.PLAUSIBLE_PAYMENT);
    String why = "an unallocated payment may settle it";

    walk.begin()
        .to("Customers")
        .write("Search by name or number", "jans")
        .open("the customer", "Bakkerij Jansen")
        .sees("Held", why);
    walk.begin()
        .to("Messages")
        .press("Held reminders")
        .choose("Why it is held", why)
        .press("Show")
        .sees("Bakkerij Jansen", "2026-0042");
    walk.ends();
  }

  @Test
  @PeopleTask(person = SUPPORT, number = 4)
  void sayWhyAPaymentWasMatchedAsItWas() {
    UUID payment = scene.payment("JANSEN", "factuur 2026-0042", "1234.50");
    scene.allocation(payment, loaves, "1234.50", Decision.AUTOMATIC, "the remittance names it");
    scene.payment("PIETERSEN", "for the ham", "20.00");

    walk.begin()
        .to("Payments")
        .press("All")
        .write("Search by name or description", "jansen")
        .seesNot("PIETERSEN")
        .open("the payment", "JANSEN")
        .sees("Allocated automatically", "2026-0042", "Document number", "97%")
        .sees("the remittance names it");
    walk.begin()
        .to("Payments")
        .press("All")
        .open("the payment", "PIETERSEN")
        .sees("for the ham", "It has found no invoice.");
    walk.ends();
  }

  @Test
  @PeopleTask(person = SUPPORT, number = 5)
  void sayWhySomethingOfAProgramIsNotInTheHub() {
    linked.connectOffice("office");
    stores
        .programs()
        .streams()
        .failed(
            new Streams.Key(scene.id(), "office", "customers", Reading.POLL),
            "It answered 500.",
            Duration.ofMinutes(1),
            true,
            false);
    differs();

    walk.begin()
        .to("Connections")
        .open("the connection", "office")
        .sees("Failing", "It answered 500.", "Ties out with the program", "Differs")
        .sees("Anna", "EUR 110.00", "EUR 100.00", "Unexplained: EUR 10.00");
    walk.ends();
  }

  @Test
  @PeopleTask(person = SUPPORT, number = 6)
  void followAFileFromItsBytesToWhatLeftBecauseOfIt() {
    Filled filled = new Filled();
    Walk through = walkIn(filled.scene.id());
    UUID payment = filled.scene.payment("JANSEN", "2026-0101", "21.00");
    filled.scene.allocation(payment, filled.delivered(), "21.00", Decision.AUTOMATIC, "number");
    filled.scene.email(
        filled.customer, filled.delivered(), "Reminder: 2026-0101", EffectState.SENT);

    through
        .begin()
        .to("Inbox")
        .open("the delivery", "invoice-2026-0101.xml")
        .sees("What became of it", "2026-0101", "EUR 121.00", "EUR 21.00", "JANSEN")
        .sees("E-mail", "Sent");
    through
        .begin()
        .to("Invoices")
        .write("Search by number", "2026-0101")
        .seesNot("2026-1001")
        .open("the invoice", "2026-0101")
        .press("Raw content")
        .sees("<ID>2026-0101</ID>", "<PayableAmount currencyID=\"EUR\">121.00");
    through.ends();
  }

  @Test
  @PeopleTask(person = SUPPORT, number = 7)
  void readAFileAgainThatCouldNotBeRead() {
    UUID delivery = scene.deliver("junk.bin", "nothing known " + scene.id());

    walk.begin()
        .to("Inbox")
        .press("Quarantined")
        .open("the delivery", "junk.bin")
        .sees("It could not be read, and nothing of it was taken.", "Reason:")
        .press("Replay")
        .sees("junk.bin is being read again.");

    assertThat(
            stores.views().deliveries().find(scene.id(), delivery).orElseThrow().delivery().state())
        .isEqualTo(DeliveryState.NEW);
    scene.translate();
    walk.ends();
  }

  @Test
  @PeopleTask(person = SUPPORT, number = 8)
  void seeWhatDidNotLeaveAndWhy() {
    UUID refused = statusFile(loaves);
    stores
        .outbox()
        .change(scene.id(), refused, EffectState.PENDING, EffectState.FAILED, "The disk is full.");
    walk.begin()
        .to("Outbox")
        .press("Failed")
        .open("the entry", "Status of 2026-0042")
        .sees("The disk is full.")
        .press("Try now")
        .sees("It is tried now.");
    assertThat(stores.outbox().find(scene.id(), refused).orElseThrow().state())
        .isEqualTo(EffectState.PENDING);

    UUID waiting = statusFile(scene.invoice(jansen, "2026-0050", Scene.TODAY, "10.00"));
    triedInVain(waiting);
    walk.begin()
        .to("Outbox")
        .press("Waiting")
        .open("the entry", "Status of 2026-0050")
        .sees("Next attempt not before", "The server is away.")
        .press("Try now")
        .sees("It is tried now.");
    assertThat(stores.outbox().find(scene.id(), waiting).orElseThrow().notBefore())
        .isBeforeOrEqualTo(Instant.now());
    walk.ends();
  }

  @Test
  @PeopleTask(person = SUPPORT, number = 9)
  void seeWhetherEverythingMoves() {
    stores.flows().failed(scene.id(), Scene.FOLDER, "deliver", "The folder is not there.");

    walk.begin()
        .to("Flows")
        .sees("books", "Sending", "Failing", "The folder is not there.")
        .press("Pause", "books")
        .sees("Connection books is paused");
    assertThat(stores.connections().find(scene.id(), Scene.FOLDER).orElseThrow().paused()).isTrue();

    try {
      walk.begin()
          .to("Flows")
          .press("Stop", "matches payments and invoices")
          .sees("Stopped: matching payments.");
      assertThat(Hub.ROUTES.on(Stage.MATCH)).isFalse();
    } finally {
      Hub.ROUTES.set(Stage.MATCH, true);
    }
    walk.ends();
  }

  @Test
  @PeopleTask(person = SUPPORT, number = 10)
  void findOutWhoOrWhatChangedSomething() {
    linked.press(Scene.FOLDER, "pause", "paused", "true");

    walk.begin()
        .to("Journal")
        .choose("About", "a connection")
        .press("Show")
        .sees(FirstAdministrator.NAME, "Connection paused");
    assertThat(walk.page().locator("tbody tr").count()).isEqualTo(1);
    walk.ends();
  }

  private static GateFinding passed(GateCheck check, String... of) {
    Map<String, String> said =
        of.length == 4
            ? Map.of(of[0], of[1], of[2], of[3])
            : Map.of(of[0], of[1], of[2], of[3], of[4], of[5]);
    return new GateFinding(check, GateFinding.Found.PASSED, said);
  }

  private void differs() {
    DifferencePart part =
        new DifferencePart(DifferenceReason.UNEXPLAINED, new BigDecimal("10.00"), null);
    TieOutLine line =
        new TieOutLine("c-1", null, "Anna", Scene.euro("110"), Scene.euro("100"), List.of(part));
    TieOutTotal total = new TieOutTotal(Scene.euro("110"), Scene.euro("100"));
    var runs = stores.tieOuts().runs();
    stores.transactions().run(() -> runs.begin(scene.id(), "office", Scene.TODAY, "pull"));
    var run = runs.running(scene.id(), "office").orElseThrow();
    stores
        .transactions()
        .run(() -> runs.end(run, TieOutState.DIFFERS, List.of(line), List.of(total)));
  }

  private UUID statusFile(UUID invoice) {
    UUID effect = Ids.next();
    Dispatch.StatusFile file =
        new Dispatch.StatusFile("/srv/books", effect + ".jsonl", "{\"type\":\"dunlin\"}\n");
    stores
        .outbox()
        .add(
            Effect.decided(
                scene.id(),
                effect,
                Scene.FOLDER,
                Scene.FOLDER + "/" + invoice,
                EffectKind.STATUS_FILE,
                null,
                Payloads.json(file),
                EffectState.PENDING,
                Scene.TODAY));
    return effect;
  }

  /** As a sender leaves it that waits between two attempts. */
  private static void triedInVain(UUID effect) {
    JdbcClient.create(Hub.SHARED.context().getBean(TestDatabase.class).dataSource())
        .sql(
            """
            update effect set attempts = 2, not_before = now() + interval '1 hour',
                   reason = 'The server is away.'
             where effect_id = ?\
            """)
        .param(effect)
        .update();
  }
}
