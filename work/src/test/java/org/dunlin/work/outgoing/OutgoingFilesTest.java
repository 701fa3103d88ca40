package org.dunlin.work.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.road.Road;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.FlowState;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.deliver.SendOutgoing;
import org.dunlin.work.person.UndoAllocation;
import org.dunlin.work.profile.Author;
import org.dunlin.work.road.ChangeRoad;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was matched goes out once, as files that say it in the words of another program. */
class OutgoingFilesTest {
  private static final LocalDate YESTERDAY = TestHub.TODAY.minusDays(1);
  private static final Author ANNA = Author.onPage("anna");

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final Map<String, String> put = new LinkedHashMap<>();
  private final List<Road> roads = new ArrayList<>();
  private int cuts;
  private final WriteFiles write = new WriteFiles(hub.stores, Clock.systemUTC());
  private final DeliverEffect deliver =
      new DeliverEffect(hub.stores, outlet(), Checkpoint.NONE, Abilities.NONE);

  private Outlet outlet() {
    SendOutgoing send = new SendOutgoing(hub.stores, this::put);
    return (dispatch, enclosures) -> {
      if (dispatch instanceof org.dunlin.core.port.Dispatch.OutgoingFile file) {
        send.send(file);
      } else {
        hub.outlet.send(dispatch, enclosures);
      }
    };
  }

  private void put(Road road, String name, byte[] bytes) throws NotSent {
    String content = new String(bytes, StandardCharsets.UTF_8);
    if (cuts-- > 0) {
      throw new NotSent("the connection was cut");
    }
    roads.add(road);
    put.merge(
        name, content, (before, now) -> before.equals(now) ? now : "written twice, and otherwise");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private void connect(String id, String... settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("to", TestHub.CONNECTION);
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    new ChangeRoad(hub.stores, (key, passphrase) -> Optional.empty())
        .add("acme", id, RoadKind.OUTGOING, all, ANNA);
  }

  private void paid(String number, String customer, String amount) {
    paid(number, customer, amount, amount);
  }

  private void paid(String number, String customer, String owed, String amount) {
    hub.offer(
        "invoice.xml", InvoiceFile.of(number, customer, LocalDate.of(2026, 12, 9), owed).bytes());
    hub.offer(
        "statement.xml",
        BankFile.day(
                TestHub.IBAN,
                YESTERDAY,
                Entry.in("ref-" + number, YESTERDAY, amount, "Customer " + customer, number))
            .bytes());
  }

  private void tolerate(String most) {
    CompanyProfile profile = hub.stores.companies().profile("acme");
    Company c = profile.company();
    hub.stores
        .companies()
        .put(
            new CompanyProfile(
                new Company(
                    c.id(),
                    c.name(),
                    c.country(),
                    c.timeZone(),
                    c.language(),
                    c.currency(),
                    c.accounts(),
                    c.creditorIdentifier(),
                    c.vatRecoverable(),
                    c.paymentTermDays(),
                    Map.of(CurrencyUnit.EUR, Money.of(CurrencyUnit.EUR, new BigDecimal(most))),
                    c.autoThreshold(),
                    c.dunning()),
                profile.mode(),
                profile.replyTo(),
                profile.testMailbox(),
                profile.setBusinessDate()));
  }

  private void day() {
    hub.decide();
    TestHub.drain(write::next);
    TestHub.drain(deliver::next);
  }

  private void nextDay() {
    LocalDate today = hub.stores.companies().businessDate(hub.stores.companies().profile("acme"));
    hub.day.begin("acme", today.plusDays(1));
    day();
  }

  @Test
  void aMatchIsToldOnceWithTheColumnsThatSomebodyDescribed() {
    connect(
        "ledger",
        "content",
        "payments",
        "since",
        "2026-01-01",
        "description",
        "delimiter: \";\"\ndecimal: \",\"\ndates: dd-MM-yyyy\ncolumns:\n  Factuur: invoiceNumber\n"
            + "  Bedrag: amount\n  Datum: bookingDate\n  Klant: customerName\n  Soort: event\n");
    paid("INV-2026-1001", "c1", "1210.50");
    day();

    assertThat(put)
        .containsExactly(
            Map.entry(
                "payments-ledger_2026-11-24.csv",
                "Factuur;Bedrag;Datum;Klant;Soort\r\n"
                    + "INV-2026-1001;1210,50;23-11-2026;Customer c1;MATCHED\r\n"));
    assertThat(roads).extracting(Road::kind).containsExactly(RoadKind.OUTGOING);
    assertThat(roads.getFirst().needed("folder")).endsWith("folder-of-acme/out");
    nextDay();
    assertThat(put).hasSize(1);
  }

  @Test
  void whatAPersonTakesBackIsTakenBackInTheNextFile() {
    connect("ledger", "content", "payments", "since", "2026-01-01");
    paid("INV-2026-1001", "c1", "1210.50");
    day();
    UUID allocation = hub.stores.allocations().of("acme").getFirst().id();
    new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", allocation, "anna");
    nextDay();

    assertThat(put).hasSize(2);
    assertThat(file("payments-ledger_2026-11-25.csv").lines().skip(1))
        .singleElement()
        .asString()
        .startsWith(allocation + ";UNDONE;")
        .contains(";-1210.50;EUR;INV-2026-1001;");
    nextDay();
    assertThat(put).hasSize(2);
  }

  @Test
  void whatWasCutIsWrittenAgainUnderTheSameNameWithTheSameBytes() {
    connect("ledger", "content", "payments", "since", "2026-01-01");
    paid("INV-2026-1001", "c1", "1210.50");
    cuts = 2;
    day();
    assertThat(put).isEmpty();
    assertThat(hub.effects(EffectState.PENDING))
        .filteredOn(effect -> effect.connectionId().equals("ledger"))
        .singleElement()
        .satisfies(effect -> assertThat(effect.reason()).contains("cut"));
    hub.afterTheWait();
    day();
    hub.afterTheWait();
    day();

    assertThat(put).containsOnlyKeys("payments-ledger_2026-11-24.csv");
  }

  @Test
  void datevGetsPostingsAndWhatHasNoAccountIsSaidAndTriedAgain() {
    connect(
        "datev",
        "content",
        "datev",
        "since",
        "2026-01-01",
        "consultant",
        "1001",
        "client",
        "7",
        "bankAccounts",
        TestHub.IBAN + " = 1800");
    paid("INV-2026-1001", "c1", "1210.50");
    day();

    assertThat(put).isEmpty();
    assertThat(flow("datev"))
        .contains("the customer of invoice INV-2026-1001 has no debtor account");

    hub.sql(
        "update customer set record = jsonb_set(record, '{number}', '\"10001\"') where company_id ="
            + " 'acme'");
    nextDay();
    String file = file("EXTF_datev_2026-11-25.csv");
    assertThat(file).startsWith("\"EXTF\";700;21;\"Buchungsstapel\";9;");
    assertThat(file.lines().toList().get(0)).contains(";1001;7;20260101;4;20261123;20261123;");
    assertThat(file.lines().toList().get(2))
        .startsWith("1210,50;\"S\";;;;;1800;10001;;2311;\"INV-2026-1001\";;;");
    UUID allocation = hub.stores.allocations().of("acme").getFirst().id();
    new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", allocation, "anna");
    nextDay();
    assertThat(file("EXTF_datev_2026-11-26.csv").lines().toList().get(2))
        .startsWith("1210,50;\"H\";;;;;1800;10001;;2311;\"INV-2026-1001\";;;\"Storno ");
  }

  @Test
  void whatWasTakenOffIsWrittenWithItsMatchAndTakenBackWithIt() {
    tolerate("5.00");
    connect(
        "ledger",
        "content",
        "payments",
        "since",
        "2026-01-01",
        "description",
        "columns:\n"
            + "  Nr: invoiceNumber\n"
            + "  Money: amount\n"
            + "  Off: difference\n"
            + "  Why: differenceReason\n"
            + "  Discount: discount\n");
    connect(
        "datev",
        "content",
        "datev",
        "since",
        "2026-01-01",
        "consultant",
        "1001",
        "client",
        "7",
        "bankAccounts",
        TestHub.IBAN + " = 1800",
        "differenceAccounts",
        "BANK_CHARGE = 6855");
    paid("INV-2026-1001", "c1", "100.00", "97.00");
    hub.settle();
    hub.sql(
        "update customer set record = jsonb_set(record, '{number}', '\"10001\"') where company_id ="
            + " 'acme'");
    day();

    assertThat(file("payments-ledger_2026-11-24.csv").lines().skip(1))
        .containsExactly("INV-2026-1001;97.00;3.00;BANK_CHARGE;0.00");
    assertThat(file("EXTF_datev_2026-11-24.csv").lines().skip(2))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).startsWith("97,00;\"S\";;;;;1800;10001;"))
        .anySatisfy(line -> assertThat(line).startsWith("3,00;\"S\";;;;;6855;10001;"));

    UUID allocation = hub.stores.allocations().of("acme").getFirst().id();
    new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", allocation, "anna");
    nextDay();
    assertThat(file("payments-ledger_2026-11-25.csv").lines().skip(1))
        .containsExactly("INV-2026-1001;-97.00;-3.00;BANK_CHARGE;0.00");
    assertThat(file("EXTF_datev_2026-11-25.csv").lines().skip(2))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).startsWith("97,00;\"H\";;;;;1800;10001;"))
        .anySatisfy(line -> assertThat(line).startsWith("3,00;\"H\";;;;;6855;10001;"));
  }

  @Test
  void howAnInvoiceStandsIsToldAtEachChange() {
    connect("lines", "content", "status-lines");
    connect("table", "content", "status-csv");
    paid("INV-2026-1001", "c1", "1210.50");
    day();

    assertThat(put.keySet()).filteredOn(name -> name.endsWith(".jsonl")).hasSize(1);
    String table =
        put.entrySet().stream()
            .filter(each -> each.getKey().endsWith(".csv"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    assertThat(table).contains("INV-2026-1001").contains(";EUR;0.00;PAID;");
  }

  @Test
  void beforeACompanyIsLiveNothingIsWrittenAndThenAllThatWasFound() {
    hub.decisions.switchTo("acme", DunningMode.SHADOW, "anna", "");
    connect("ledger", "content", "payments", "since", "2026-01-01");
    connect("later", "content", "payments", "since", "2026-11-24");
    paid("INV-2026-1001", "c1", "1210.50");
    day();
    assertThat(put).isEmpty();

    hub.decisions.switchTo("acme", DunningMode.LIVE, "anna", "");
    day();
    assertThat(put).as("what was booked earlier is no business of the other").hasSize(1);
    assertThat(put).containsOnlyKeys("payments-ledger_2026-11-24.csv");
  }

  @Test
  void whoIsErasedBeforeItLeavesIsNotInTheFile() {
    connect("ledger", "content", "payments", "since", "2026-01-01");
    paid("INV-2026-1001", "c1", "1210.50");
    hub.decide();
    TestHub.drain(deliver::next);
    TestHub.drain(write::next);
    String customer =
        hub.jdbc().sql("select customer_id::text from outgoing_line").query(String.class).single();
    hub.stores
        .transactions()
        .run(() -> hub.stores.erasures().silence("acme", UUID.fromString(customer)));
    TestHub.drain(deliver::next);

    assertThat(file("payments-ledger_2026-11-24.csv").lines()).hasSize(1);
  }

  private String file(String name) {
    return Objects.requireNonNull(put.get(name), name);
  }

  private String flow(String connection) {
    return hub.stores.flows().of("acme").stream()
        .filter(flow -> flow.connectionId().equals(connection))
        .filter(flow -> flow.flow().equals(WriteFiles.FLOW))
        .map(FlowState::lastFailure)
        .findFirst()
        .map(String::valueOf)
        .orElse("");
  }
}
