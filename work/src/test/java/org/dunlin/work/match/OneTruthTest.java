package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.euros;
import static org.dunlin.work.ProgramRecords.invoice;
import static org.dunlin.work.ProgramRecords.stub;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.ledger.Identities.Kind;
import org.dunlin.store.ledger.Identities.Named;
import org.dunlin.store.ledger.Identities.Pair;
import org.dunlin.store.ledger.Identities.Question;
import org.dunlin.store.ledger.OfRecord.Subject;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.person.Identify;
import org.dunlin.work.source.MissingAtSource;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same invoice in several connections is one invoice, and one reminder. */
class OneTruthTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 19);
  private static final String VAT = "NL001234567B01";

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ProgramPages books = new ProgramPages(hub, "ledgerly");
  private final ProgramPages billing = new ProgramPages(hub, "billing");
  private final Identify identify = new Identify(hub.stores);

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void whatAgreesInAllIsOneInvoiceAndOneReminder() {
    books.bring(customers("C1", VAT), invoiced("I1", "C1", "100.00"));
    billing.bring(customers("cus_1", "nl 001234567 b01"), invoiced("in_1", "cus_1", "100.00"));
    covered();
    hub.run();

    assertThat(invoices()).hasSize(1);
    assertThat(count("invoice_source")).isEqualTo(1);
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(questions()).isEmpty();
  }

  @Test
  void aFolderTakesPartAndThreeSourcesAreOneInvoice() {
    hub.offer("invoice.xml", InvoiceFile.of("INV-42", VAT, DUE, "100.00").bytes());
    hub.settle();
    Customer registered = registered("C1");
    books.bring(Said.of("customers", "C1", registered), invoiced("I1", "C1", "100.00"));
    billing.bring(
        Said.of("customers", "cus_1", registered("cus_1")), invoiced("in_1", "cus_1", "100.00"));
    hub.settle();

    assertThat(invoices()).hasSize(1);
    assertThat(count("invoice_source")).isEqualTo(2);
  }

  @Test
  void theFiguresAreThoseOfTheConnectionOfRecordWhicheverCameFirst() {
    hub.stores.ofRecord().name("acme", Subject.INVOICES, "ledgerly", "anna");
    billing.bring(customers("cus_1", VAT), invoiced("in_1", "cus_1", "100.00"));
    hub.settle();
    books.bring(customers("C1", VAT), invoiced("I1", "C1", "60.00"));
    hub.settle();
    assertThat(invoices()).singleElement().matches(i -> i.outstanding().equals(euros("60.00")));

    billing.bring(invoiced("in_1", "cus_1", "0.00"));
    hub.settle();
    assertThat(invoices()).singleElement().matches(i -> i.outstanding().equals(euros("60.00")));
  }

  @Test
  void whatAnotherSourceKnowsToBePaidIsNotReminded() {
    books.bring(customers("C1", VAT), invoiced("I1", "C1", "100.00"));
    billing.bring(customers("cus_1", VAT), invoiced("in_1", "cus_1", "0.00"));
    covered();
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
  }

  @Test
  void whatTheProgramOfRecordLacksAnotherTells() {
    books.bring(
        Said.of("customers", "C1", customer("C1", "Bakkerij Jansen", null, VAT, false)),
        invoiced("I1", "C1", "100.00"));
    billing.bring(customers("cus_1", VAT), invoiced("in_1", "cus_1", "100.00"));
    covered();
    hub.run();

    assertThat(hub.outlet.emails()).extracting(e -> e.to()).containsExactly("ap@cus_1.example");
  }

  @Test
  void whileItIsUnclearOnlyTheSideOfRecordIsReminded() {
    books.bring(customers("C1", VAT), invoiced("I1", "C1", "100.00"));
    billing.bring(customers("cus_1", null), invoiced("in_1", "cus_1", "100.00"));
    covered();
    hub.run();

    assertThat(questions()).hasSize(1);
    assertThat(questions().getFirst().reason()).contains("nothing proves");
    assertThat(hub.outlet.emails()).extracting(e -> e.to()).containsExactly("ap@C1.example");
  }

  @Test
  void aStubThatBecomesACustomerAnswersTheQuestionByItself() {
    books.bring(customers("C1", VAT), invoiced("I1", "C1", "100.00"));
    billing.bring(
        Said.of("invoices", "in_1", stub("cus_1", "Jansen"), asInvoice("in_1", "cus_1", "100.00")));
    hub.settle();
    assertThat(questions()).hasSize(1);
    billing.bring(customers("cus_1", VAT));
    hub.settle();

    assertThat(questions()).isEmpty();
    assertThat(invoices()).hasSize(1);
  }

  @Test
  void aPersonLinksAndNoRulePartsItAgain() {
    books.bring(customers("C1", VAT), invoiced("I1", "C1", "100.00"));
    billing.bring(customers("cus_1", null), invoiced("in_1", "cus_1", "100.00"));
    hub.settle();
    identify.answer("acme", questions().getFirst().id(), true, "anna");
    hub.settle();
    assertThat(invoices()).hasSize(1);

    billing.bring(invoiced("in_1", "cus_1", "70.00"));
    hub.settle();
    assertThat(invoices()).hasSize(1);
    assertThat(questions()).isEmpty();
  }

  @Test
  void aPersonPartsWhatARuleJoinedAndNoRuleJoinsItAgain() {
    books.bring(customers("C1", VAT), invoiced("I1", "C1", "100.00"));
    billing.bring(customers("cus_1", VAT), invoiced("in_1", "cus_1", "100.00"));
    hub.settle();
    assertThat(invoices()).hasSize(1);
    identify.say("acme", pair(), false, "anna");
    hub.settle();
    billing.bring(invoiced("in_1", "cus_1", "90.00"));
    hub.settle();

    assertThat(invoices()).hasSize(2);
    assertThat(questions()).isEmpty();
  }

  @Test
  void whatWasAllocatedAndRemindedStaysWithTheInvoice() {
    hub.stores.ofRecord().name("acme", Subject.INVOICES, "ledgerly", "anna");
    billing.bring(customers("cus_1", VAT), invoiced("in_1", "cus_1", "100.00"));
    covered();
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
    paid("40.00");
    assertThat(open()).isEqualTo("60.00");
    books.bring(customers("C1", VAT), invoiced("I1", "C1", "100.00"));
    hub.run();

    assertThat(invoices()).hasSize(1);
    assertThat(open()).isEqualTo("60.00");
    assertThat(hub.stores.allocations().of("acme"))
        .extracting(line -> line.allocation().decision())
        .containsExactly(Decision.AUTOMATIC);
    assertThat(hub.outlet.emails()).hasSize(1);
  }

  @Test
  void aSumThatDiffersLaterPartsThemAndAsks() {
    books.bring(customers("C1", VAT), invoiced("I1", "C1", "100.00"));
    billing.bring(customers("cus_1", VAT), invoiced("in_1", "cus_1", "100.00"));
    hub.settle();
    books.bring(Said.of("invoices", "I1", invoice("I1", "INV-42", "C1", DUE, "110.00", "110.00")));
    hub.settle();
    assertThat(invoices()).hasSize(2);
    assertThat(questions()).hasSize(1);
    billing.bring(
        Said.of("invoices", "in_1", invoice("in_1", "INV-42", "cus_1", DUE, "110.00", "110.00")));
    hub.settle();

    assertThat(invoices()).hasSize(1);
    assertThat(questions()).isEmpty();
  }

  @Test
  void whatTwoReadingsDoNotBringIsVoidUnlessAnotherSourceHasIt() {
    MissingAtSource missing = new MissingAtSource(hub.stores);
    books.bring(
        customers("C1", VAT),
        invoiced("I1", "C1", "100.00"),
        Said.of("invoices", "I2", invoice("I2", "INV-43", "C1", DUE, "50.00", "50.00")));
    billing.bring(customers("cus_1", VAT), invoiced("in_1", "cus_1", "100.00"));
    hub.settle();
    missed(missing);
    covered();
    hub.run();
    assertThat(hub.outlet.emails()).as("missed once: nobody is reminded").isEmpty();
    missed(missing);
    hub.settle();

    assertThat(statusOf("INV-43")).isEqualTo(InvoiceStatus.VOID);
    assertThat(statusOf("INV-42")).isEqualTo(InvoiceStatus.OPEN);
    assertThat(sourceOf("INV-42")).isEqualTo("billing");

    hub.stores
        .transactions()
        .run(() -> missing.found("acme", "ledgerly", List.of("I1", "I2", "I3")));
    hub.settle();
    assertThat(statusOf("INV-43")).isEqualTo(InvoiceStatus.OPEN);
    assertThat(sourceOf("INV-42")).isEqualTo("ledgerly");
  }

  private void missed(MissingAtSource missing) {
    hub.stores.transactions().run(() -> missing.missed("acme", "ledgerly", List.of("I1", "I2")));
  }

  private static Said customers(String id, @Nullable String vat) {
    return Said.of("customers", id, customer(id, "Bakkerij Jansen", vat));
  }

  private static Customer registered(String id) {
    return new Customer(
        id, null, "Jansen", null, null, null, null, null, VAT, List.of(), null, List.of(), null,
        null, null);
  }

  private static Said invoiced(String id, String customerId, String left) {
    return Said.of("invoices", id, asInvoice(id, customerId, left));
  }

  private static Invoice asInvoice(String id, String customerId, String left) {
    return invoice(id, "INV-42", customerId, DUE, "100.00", left);
  }

  private void covered() {
    hub.offer("statement.xml", BankFile.day(TestHub.IBAN, TestHub.TODAY.minusDays(1)).bytes());
  }

  private void paid(String amount) {
    LocalDate on = TestHub.TODAY;
    hub.offer(
        "paid",
        BankFile.day(
                TestHub.IBAN, on, Entry.in("R1", on, amount, "Bakkerij Jansen", "invoice INV-42"))
            .bytes());
    hub.settle();
  }

  private Pair pair() {
    return Pair.of(Kind.INVOICE, new Named("billing", "in_1"), new Named("ledgerly", "I1"));
  }

  private List<Question> questions() {
    return hub.stores.identities().open("acme");
  }

  private List<Invoice> invoices() {
    return hub
        .jdbc()
        .sql("select invoice_id from invoice order by invoice_id")
        .query(UUID.class)
        .list()
        .stream()
        .map(id -> hub.stores.invoices().find("acme", id).orElseThrow())
        .map(DocumentState::invoice)
        .toList();
  }

  private String open() {
    return hub.jdbc()
        .sql("select cast(sum(outstanding - claimed) as text) from invoice")
        .query(String.class)
        .single();
  }

  private InvoiceStatus statusOf(String number) {
    return of(number).status();
  }

  private String sourceOf(String number) {
    return Objects.requireNonNull(of(number).source()).connection();
  }

  private Invoice of(String number) {
    return invoices().stream().filter(i -> i.number().equals(number)).findFirst().orElseThrow();
  }

  private int count(String table) {
    return hub.jdbc().sql("select count(*) from " + table).query(Integer.class).single();
  }
}
