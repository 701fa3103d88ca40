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
import org.dunlin.core.port.RouteState;
import org.dunlin.core.port.RouteStatus;
import org.dunlin.core.port.Stage;
import org.dunlin.store.access.Role;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.outbox.GateAskings;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.Streams;
import org.dunlin.store.tieout.DifferencePart;
import org.dunlin.store.tieout.DifferenceReason;
import org.dunlin.store.tieout.TieOutLine;
import org.dunlin.store.tieout.TieOutState;
import org.dunlin.store.tieout.TieOutTotal;
import org.junit.jupiter.api.Test;

/** The ten tasks of support staff, walked as docs/people.md says. */
class SupportTasksTest extends PeopleTasks {
  private final UUID jansen = scene.customer("Bakkerij Jansen");
  private final Entries entries = new Entries(scene);
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
    UUID message =
        filled.scene.email(
            filled.customer, filled.delivered(), "Reminder: 2026-0101", EffectState.SENT);

    OutboundCall queued = new Entries(filled.scene).queued(message);
    stores.transactions().run(() -> stores.outboundCalls().add(queued));

    through
        .begin()
        .to("Inbox")
        .open("the delivery", "invoice-2026-0101.xml")
        .sees("What became of it", "2026-0101", "EUR 121.00", "EUR 21.00", "JANSEN")
        .press("Trace")
        .sees("What came in", "invoice-2026-0101.xml", "What was decided", "Reminder: 2026-0101")
        .press("the call", "Reminder: 2026-0101", "POST smtp://mail.example:25")
        .sees("250 queued as 42");
    through
        .begin()
        .to("Outbox")
        .open("the entry", "Reminder: 2026-0101")
        .press("Trace")
        .sees("Message and proof", "2026-0101")
        .open("the delivery", "invoice-2026-0101.xml")
        .sees("It was read, and what it brought stands in the ledger.");
    through.ends();
  }

  @Test
  @PeopleTask(person = SUPPORT, number = 7)
  void readFilesAgainThatCouldNotBeRead() {
    UUID delivery = scene.deliver("junk.bin", "nothing known " + scene.id());

    walk.begin()
        .to("Inbox")
        .press("Quarantined")
        .open("the delivery", "junk.bin")
        .sees("It could not be read, and nothing of it was taken.", "Reason:")
        .press("Replay")
        .sees("junk.bin is being read again.");
    assertThat(state(delivery)).isEqualTo(DeliveryState.NEW);
    scene.translate();

    UUID other = scene.deliver("scrap.bin", "neither known " + scene.id());
    walk.begin()
        .to("Inbox")
        .press("Quarantined")
        .tick("the box beside each", "Tick scrap.bin")
        .press("Replay what is ticked")
        .sees("It has begun.", "1 of 1");
    assertThat(state(other)).isEqualTo(DeliveryState.NEW);
    assertThat(state(delivery)).isEqualTo(DeliveryState.QUARANTINED);
    scene.translate();

    walk.begin()
        .to("Inbox")
        .press("Quarantined")
        .press("Replay all …")
        .sees("2 deliveries are read again.")
        .press("Begin")
        .sees("2 of 2");
    assertThat(state(other)).isEqualTo(DeliveryState.NEW);
    assertThat(state(delivery)).isEqualTo(DeliveryState.NEW);
    scene.translate();
    walk.ends();
  }

  private DeliveryState state(UUID delivery) {
    return stores.views().deliveries().find(scene.id(), delivery).orElseThrow().delivery().state();
  }

  @Test
  @PeopleTask(person = SUPPORT, number = 8)
  void seeWhatDidNotLeaveAndWhy() {
    UUID waiting = entries.statusFile(scene.invoice(jansen, "2026-0050", Scene.TODAY, "10.00"));
    entries.triedInVain(waiting);
    walk.begin()
        .to("Flows")
        .press("Waiting")
        .sees("The server is away.")
        .press("Try now")
        .sees("It is tried now.");
    assertThat(stores.outbox().find(scene.id(), waiting).orElseThrow().notBefore())
        .isBeforeOrEqualTo(Instant.now());

    UUID refused = entries.refused(loaves);
    walk.begin()
        .to("Outbox")
        .press("Failed")
        .open("the entry", "Status of 2026-0042")
        .sees("The disk is full.")
        .press("Try now")
        .sees("It is tried now.");
    assertThat(stores.outbox().find(scene.id(), refused).orElseThrow().state())
        .isEqualTo(EffectState.PENDING);

    UUID one = entries.refused(scene.invoice(jansen, "2026-0051", Scene.TODAY, "10.00"));
    UUID two = entries.refused(scene.invoice(jansen, "2026-0052", Scene.TODAY, "10.00"));
    walk.begin()
        .to("Outbox")
        .press("Failed")
        .press("Send all …")
        .sees("2 refused entries are sent again.")
        .press("Begin")
        .sees("2 of 2");
    assertThat(List.of(one, two))
        .extracting(each -> stores.outbox().find(scene.id(), each).orElseThrow().state())
        .containsOnly(EffectState.PENDING);
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
          .press("the same button again", "", "Stop");
      assertThat(Hub.ROUTES.on(Stage.MATCH)).isFalse();
    } finally {
      Hub.ROUTES.set(Stage.MATCH, true);
    }

    Hub.ROUTES.failing(scene.id(), Scene.FOLDER, "The folder is not there.");
    String road = "intake/" + scene.id() + "/" + Scene.FOLDER;
    walk.begin().to("Flows").press("Suspend", road).press("the same button again", "", "Suspend");
    assertThat(Hub.ROUTES.all())
        .filteredOn(route -> route.id().equals(road))
        .extracting(RouteStatus::state)
        .containsExactly(RouteState.SUSPENDED);
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
}
