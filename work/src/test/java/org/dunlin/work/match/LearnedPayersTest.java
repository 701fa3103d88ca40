package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dunlin.core.matching.History.KnownPayer;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.person.AllocateByHand;
import org.dunlin.work.person.AllocateByHand.Line;
import org.dunlin.work.person.AllocateByHand.Outcome;
import org.dunlin.work.person.JudgePayer;
import org.dunlin.work.person.UndoAllocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the hub knows of the past: who paid for whom, and which numbers are settled. */
class LearnedPayersTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 19);
  private static final LocalDate DAY = TestHub.TODAY.minusDays(5);
  private static final String PARENT = "DE89370400440532013000";

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private int days;

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void anAccountThatPaidByNumberIsKnownTheNextTime() {
    invoice("INV-2026-1001", "c1", "100.00");
    paid("100.00", "Parent Holding", "INV-2026-1001");
    assertThat(known()).containsExactly(new KnownPayer(PARENT, customer("c1"), "Parent Holding"));

    invoice("INV-2026-1002", "c1", "70.00");
    paid("70.00", "Parent Holding", "thank you");
    assertThat(last().decision()).isEqualTo(Decision.AUTOMATIC);
    assertThat(last().rule()).isEqualTo(MatchRule.KNOWN_PAYER);
    assertThat(known()).as("an account does not prove itself").hasSize(1);
  }

  @Test
  void whatAPersonAllocatedTeachesAndWhatIsTakenBackTeachesNoMore() {
    invoice("INV-2026-1001", "c1", "100.00");
    paid("60.00", "Parent Holding", "thank you");
    assertThat(known()).isEmpty();
    Outcome outcome =
        new AllocateByHand(hub.stores, Abilities.NONE)
            .allocate(
                "acme",
                id("payment"),
                List.of(new Line(id("invoice"), new BigDecimal("60.00"))),
                "anna");
    assertThat(outcome).isEqualTo(Outcome.DONE);
    assertThat(known()).hasSize(1);

    UUID line = hub.stores.allocations().of("acme").getFirst().id();
    new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", line, "anna");
    assertThat(known()).isEmpty();
    hub.settle();
    assertThat(known()).isEmpty();
  }

  @Test
  void whatAPersonDeniesIsNotLearnedAgainUntilThePersonAllowsIt() {
    JudgePayer judge = new JudgePayer(hub.stores);
    invoice("INV-2026-1001", "c1", "100.00");
    paid("100.00", "Parent Holding", "INV-2026-1001");
    UUID customer = UUID.fromString(customer("c1"));
    assertThat(judge.deny("acme", customer, PARENT, "anna")).isTrue();
    assertThat(judge.deny("acme", customer, PARENT, "bert")).isFalse();

    invoice("INV-2026-1002", "c1", "70.00");
    invoice("INV-2026-1003", "c1", "30.00");
    paid("30.00", "Parent Holding", "INV-2026-1003");
    paid("70.00", "Parent Holding", "thank you");
    assertThat(known()).isEmpty();
    assertThat(last().decision()).isEqualTo(Decision.SUGGESTED);

    assertThat(judge.allow("acme", customer, PARENT, "anna")).isTrue();
    hub.settle();
    assertThat(last().decision()).isEqualTo(Decision.AUTOMATIC);
  }

  @Test
  void whoPaysThroughAnAccountThatAnotherTaughtIsAskedAbout() {
    invoice("INV-2026-1001", "c1", "100.00");
    paid("100.00", "Customer c1", "INV-2026-1001");
    invoice("INV-2026-1002", "c1", "70.00");
    invoice("INV-2026-1003", "c2", "80.00");
    paid("70.00", "Customer c2", "thank you");
    assertThat(last().decision()).isEqualTo(Decision.SUGGESTED);
    assertThat(open("INV-2026-1002")).isEqualTo("70.00");
  }

  @Test
  void aDenialHoldsForAllWhoAreOneAndALessonIsOfWhoseTheInvoiceIs() {
    JudgePayer judge = new JudgePayer(hub.stores);
    invoice("INV-2026-1001", "c1", "100.00");
    invoice("INV-2026-1002", "c2", "70.00");
    paid("100.00", "Parent Holding", "INV-2026-1001");
    UUID follower = UUID.fromString(customer("c1"));
    UUID leader = UUID.fromString(customer("c2"));
    hub.stores.customerLinks().link("acme", follower, leader, "number");
    assertThat(known()).extracting(KnownPayer::customerId).containsExactly(leader.toString());

    for (UUID said : List.of(leader, follower)) {
      UUID other = said.equals(leader) ? follower : leader;
      assertThat(judge.deny("acme", said, PARENT, "anna")).isTrue();
      assertThat(judge.deny("acme", other, PARENT, "anna")).isFalse();
      assertThat(known()).isEmpty();
      assertThat(hub.stores.views().knownPayers().of("acme", other))
          .singleElement()
          .satisfies(line -> assertThat(line.deniedBy()).isEqualTo("anna"));
      assertThat(judge.allow("acme", other, PARENT, "anna")).isTrue();
      assertThat(known()).hasSize(1);
    }
    hub.stores.erasures().begin("acme", leader);
    assertThat(known()).isEmpty();
  }

  @Test
  void whatIsSaidOfAnErasedCustomersAccountIsForgottenWhomeverItIsSaidOf() {
    invoice("INV-2026-1001", "c1", "100.00");
    invoice("INV-2026-1002", "c2", "70.00");
    hub.settle();
    UUID erased = UUID.fromString(customer("c1"));
    hub.jdbc()
        .sql(
            "update customer set record = record || jsonb_build_object('ibans', jsonb_build_array(?))"
                + " where customer_id = ?")
        .params(PARENT, erased)
        .update();
    UUID other = UUID.fromString(customer("c2"));
    assertThat(new JudgePayer(hub.stores).deny("acme", other, PARENT, "anna")).isTrue();
    hub.stores.erasures().begin("acme", erased);
    assertThat(hub.stores.views().knownPayers().of("acme", other)).isEmpty();
  }

  @Test
  void aVeryLongReferenceOfASettledInvoiceIsFoundAsAnyOther() {
    invoice("INV-2026-1001", "c1", "100.00");
    hub.settle();
    String random =
        new Random(7).ints(10_000, 1, 10).mapToObj(String::valueOf).collect(Collectors.joining());
    hub.jdbc()
        .sql("update invoice set record = record || jsonb_build_object('paymentReference', ?)")
        .param(random)
        .update();
    paid("100.00", "Customer c1", "INV-2026-1001");
    assertThat(open("INV-2026-1001")).isEqualTo("0.00");
  }

  @Test
  void anAccountThatPaidForTwoCustomersIsOfNone() {
    invoice("INV-2026-1001", "c1", "100.00");
    invoice("INV-2026-1002", "c2", "110.00");
    paid("100.00", "Bookkeeper", "INV-2026-1001");
    paid("110.00", "Bookkeeper", "INV-2026-1002");
    invoice("INV-2026-1003", "c1", "70.00");
    paid("70.00", "Bookkeeper", "thank you");
    assertThat(last().decision()).isEqualTo(Decision.SUGGESTED);
  }

  @Test
  void whoNamesWhatIsSettledIsAskedAboutAndNotTakenForTheSameAmount() {
    invoice("INV-2026-1001", "c1", "100.00");
    paid("100.00", "Customer c1", "INV-2026-1001");
    assertThat(open("INV-2026-1001")).isEqualTo("0.00");
    for (String again : List.of("INV-2026-1001", "INV 2026 1001", "20261001", "inv2026/1001")) {
      invoice("INV-2026-1002", "c1", "100.00");
      paid("100.00", "Customer c1", again);
      assertThat(automatic()).as(again).hasSize(1);
    }
    paid("100.00", "Customer c1", "thank you");
    assertThat(last().decision()).isEqualTo(Decision.AUTOMATIC);
    assertThat(open("INV-2026-1002")).isEqualTo("0.00");
  }

  @Test
  void aTypingErrorIsForgivenWhereNothingSettledIsMeant() {
    invoice("INV-2026-1001", "c1", "100.00");
    invoice("INV-2026-1077", "c1", "55.00");
    paid("100.00", "Customer c1", "INV-2026-1091");
    assertThat(automatic()).hasSize(1);
    assertThat(open("INV-2026-1001")).isEqualTo("0.00");
  }

  @Test
  void whoNamesAnInvoiceComesBeforeWhoOnlyHasItsAmountWhicheverPaidFirst() {
    invoice("INV-2026-1001", "c1", "100.00");
    hub.offer(
        "day.xml",
        BankFile.day(
                TestHub.IBAN,
                DAY,
                Entry.in("A", DAY, "100.00", "Customer c1", "thank you"),
                Entry.in("B", DAY, "100.00", "Customer c1", "INV-2026-1001"))
            .bytes());
    hub.settle();
    assertThat(automatic())
        .singleElement()
        .satisfies(line -> assertThat(line.rule()).isEqualTo(MatchRule.DOCUMENT_NUMBER));
  }

  private void invoice(String number, String customer, String total) {
    hub.offer(number + ".xml", InvoiceFile.of(number, customer, DUE, total).bytes());
  }

  /** A statement of another day each time, in order. */
  private void paid(String amount, String name, String text) {
    LocalDate day = DAY.plusDays(days++);
    hub.offer(
        "day-" + day,
        BankFile.day(TestHub.IBAN, day, Entry.in("R" + day, day, amount, name, text).from(PARENT))
            .bytes());
    hub.settle();
  }

  private List<KnownPayer> known() {
    return hub.stores.payerLessons().of("acme");
  }

  private List<Allocation> automatic() {
    return hub.stores.allocations().of("acme").stream()
        .map(Stored::allocation)
        .filter(line -> line.decision() == Decision.AUTOMATIC)
        .toList();
  }

  /** What was found of the payment that was booked last, the best of it. */
  private Allocation last() {
    UUID payment =
        hub.jdbc()
            .sql("select payment_id from payment order by booking_date desc, payment_id limit 1")
            .query(UUID.class)
            .single();
    return hub.stores.allocations().of("acme").stream()
        .map(Stored::allocation)
        .filter(line -> payment.toString().equals(line.paymentId()))
        .findFirst()
        .orElseThrow();
  }

  private String customer(String source) {
    return hub.jdbc()
        .sql("select cast(customer_id as text) from customer where source_id = ?")
        .param(source)
        .query(String.class)
        .single();
  }

  private UUID id(String table) {
    return hub.jdbc().sql("select " + table + "_id from " + table).query(UUID.class).single();
  }

  private String open(String number) {
    return hub.jdbc()
        .sql("select cast(outstanding - claimed as text) from invoice where number = ?")
        .param(number)
        .query(String.class)
        .single();
  }
}
