package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.invoice;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.ledger.Identities.Kind;
import org.dunlin.store.ledger.Identities.Named;
import org.dunlin.store.ledger.Identities.Pair;
import org.dunlin.store.ledger.Identities.Question;
import org.dunlin.store.ledger.OfRecord.Subject;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.dunlin.work.person.Identify;
import org.dunlin.work.privacy.EraseCustomer;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same customer in several connections is one customer, and gets one reminder. */
class OneCustomerTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 19);
  private static final String VAT = "NL001234567B01";
  private static final Address DAM = new Address("Dam 1", "1012JS", "Amsterdam", "NL");

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ProgramPages books = new ProgramPages(hub, "ledgerly");
  private final ProgramPages billing = new ProgramPages(hub, "billing");
  private final Identify identify = new Identify(hub.stores);

  @AfterEach
  void theFiguresAreThoseOfTheLedger() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void aNumberMakesThemOneAndAllThatIsDueStandsInOneReminder() {
    bring(VAT, VAT);
    covered();
    hub.run();

    assertThat(invoicesOf("C1")).containsExactly("INV-1", "INV-2");
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(hub.outlet.emails().getFirst().text()).contains("INV-1").contains("INV-2");
    assertThat(questions()).isEmpty();
  }

  @Test
  void nameAndAddressAskAPersonAndUntilThenTheyStayTwo() {
    bring(null, null);
    hub.settle();
    assertThat(questions())
        .singleElement()
        .matches(question -> question.pair().kind() == Kind.CUSTOMER)
        .matches(question -> question.reason().contains("name and address"));
    assertThat(invoicesOf("C1")).containsExactly("INV-1");

    identify.answer("acme", questions().getFirst().id(), true, "anna");
    hub.settle();
    assertThat(invoicesOf("C1")).containsExactly("INV-1", "INV-2");
    assertThat(questions()).isEmpty();
  }

  @Test
  void whatAPersonJoinedComesApartWhenThePersonTakesItBackAndIsAskedAgain() {
    bring(null, null);
    hub.settle();
    Question question = questions().getFirst();
    identify.answer("acme", question.id(), true, "anna");
    hub.settle();
    identify.undo("acme", question.id(), "anna");
    hub.settle();

    assertThat(invoicesOf("C1")).containsExactly("INV-1");
    assertThat(invoicesOf("cus_1")).containsExactly("INV-2");
    assertThat(questions()).hasSize(1);
  }

  @Test
  void whatAPersonPartedNoRuleJoinsAgain() {
    bring(VAT, VAT);
    hub.settle();
    identify.say("acme", pair("C1", "cus_1"), false, "anna");
    hub.settle();
    billing.bring(Said.of("customers", "cus_1", customer("cus_1", "Jansen", VAT)));
    hub.settle();

    assertThat(invoicesOf("C1")).containsExactly("INV-1");
    assertThat(invoicesOf("cus_1")).containsExactly("INV-2");
    assertThat(questions()).isEmpty();
  }

  @Test
  void aNumberThatWasWrongPartsThemWithTheirInvoices() {
    bring(VAT, VAT);
    hub.settle();
    billing.bring(Said.of("customers", "cus_1", customer("cus_1", "Pietersen", "NL007654321B01")));
    hub.settle();

    assertThat(invoicesOf("C1")).containsExactly("INV-1");
    assertThat(invoicesOf("cus_1")).containsExactly("INV-2");
  }

  @Test
  void twoOfOneConnectionWithTheNumberAreAskedAboutWhicheverCameFirst() {
    bring(VAT, VAT);
    hub.settle();
    books.bring(Said.of("customers", "C7", customer("C7", "Jansen Amsterdam", VAT)));
    hub.settle();

    assertThat(invoicesOf("C1")).containsExactly("INV-1");
    assertThat(questions()).hasSize(2);
    assertThat(questions().getFirst().reason()).contains("several customers");
  }

  @Test
  void theConnectionThatIsNamedLeadsAndAnotherMayBeNamedLater() {
    bring(VAT, VAT);
    hub.settle();
    hub.stores.ofRecord().name("acme", Subject.CUSTOMERS, "billing", "anna");
    hub.stores.companies().addWorkDue("acme", WorkDue.MATCH);
    hub.settle();
    assertThat(invoicesOf("cus_1")).containsExactly("INV-1", "INV-2");
    assertThat(invoicesOf("C1")).isEmpty();

    billing.bring(Said.of("invoices", "in_3", invoice("in_3", "INV-3", "cus_1", DUE, "5", "5")));
    books.bring(Said.of("invoices", "I4", invoice("I4", "INV-4", "C1", DUE, "5", "5")));
    hub.settle();
    assertThat(invoicesOf("cus_1")).containsExactly("INV-1", "INV-2", "INV-3", "INV-4");
  }

  @Test
  void whatOneWasRemindedOfCountsForTheOther() {
    books.bring(
        Said.of("customers", "C1", customer("C1", "Jansen", null)),
        Said.of("invoices", "I1", invoice("I1", "INV-1", "C1", DUE, "100", "100")));
    covered();
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
    billing.bring(
        Said.of("customers", "cus_1", customer("cus_1", "Jansen", VAT)),
        Said.of("invoices", "in_2", invoice("in_2", "INV-2", "cus_1", DUE, "50", "50")));
    books.bring(Said.of("customers", "C1", customer("C1", "Jansen", VAT)));
    hub.run();

    assertThat(hub.outlet.emails()).as("the contact policy counts for both").hasSize(1);
  }

  @Test
  void anAccountThatOneConnectionKnowsPaysTheInvoicesOfTheOther() {
    bring(VAT, VAT);
    hub.settle();
    LocalDate on = TestHub.TODAY;
    hub.offer(
        "paid",
        BankFile.day(TestHub.IBAN, on, Entry.in("R1", on, "50.00", "Jansen", "INV-2")).bytes());
    hub.settle();

    assertThat(open()).isEqualTo("100.00");
  }

  @Test
  void whoIsErasedIsErasedInEveryConnection() {
    bring(VAT, VAT);
    hub.settle();
    books.bring(Said.of("invoices", "I1", invoice("I1", "INV-1", "C1", DUE, "100", "0")));
    billing.bring(Said.of("invoices", "in_2", invoice("in_2", "INV-2", "cus_1", DUE, "50", "0")));
    hub.settle();
    hub.effects(EffectState.PENDING)
        .forEach(
            effect ->
                hub.stores
                    .outbox()
                    .change(
                        "acme",
                        effect.id(),
                        EffectState.PENDING,
                        EffectState.CANCELLED,
                        "not sent"));
    new EraseCustomer(hub.stores)
        .erase("acme", hub.stores.customers().id("acme", "billing", "cus_1").orElseThrow(), "anna");

    assertThat(hub.jdbc().sql("select name from customer").query(String.class).list())
        .hasSize(2)
        .noneMatch(name -> name.contains("Jansen"));
    hub.settle();
    assertThat(questions()).isEmpty();
  }

  private void bring(@Nullable String vatInBooks, @Nullable String vatInBilling) {
    books.bring(
        Said.of("customers", "C1", customer("C1", "Jansen", vatInBooks)),
        Said.of("invoices", "I1", invoice("I1", "INV-1", "C1", DUE, "100", "100")));
    billing.bring(
        Said.of("customers", "cus_1", customer("cus_1", "Jansen", vatInBilling)),
        Said.of("invoices", "in_2", invoice("in_2", "INV-2", "cus_1", DUE, "50", "50")));
  }

  private static Customer customer(String id, String name, @Nullable String vat) {
    return new Customer(
        id,
        null,
        name,
        "ap@" + id + ".example",
        null,
        DAM,
        null,
        vat,
        null,
        List.of(),
        null,
        List.of(),
        null,
        null,
        false,
        null);
  }

  private void covered() {
    hub.offer("statement.xml", BankFile.day(TestHub.IBAN, TestHub.TODAY.minusDays(1)).bytes());
  }

  private static Pair pair(String inBooks, String inBilling) {
    return Pair.of(Kind.CUSTOMER, new Named("ledgerly", inBooks), new Named("billing", inBilling));
  }

  private List<Question> questions() {
    return hub.stores.identities().open("acme");
  }

  private List<String> invoicesOf(String sourceId) {
    return hub.jdbc()
        .sql(
            "select i.number from invoice i join customer c using (company_id, customer_id)"
                + " where c.source_id = ? and i.record ->> 'customerId' = cast(c.customer_id as text)"
                + " order by 1")
        .param(sourceId)
        .query(String.class)
        .list();
  }

  private String open() {
    return hub.jdbc()
        .sql("select cast(sum(outstanding - claimed) as text) from invoice")
        .query(String.class)
        .single();
  }
}
