package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.ledger.CreditNoteRefunds.Order;
import org.dunlin.store.ledger.CreditNoteRefunds.OrderState;
import org.dunlin.store.ledger.Refunds.Stored;
import org.dunlin.store.tieout.KnownReasons;
import org.dunlin.store.view.TieOut;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.hook.HookAddress;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.pay.AtProvider;
import org.dunlin.work.pay.GiveBack;
import org.dunlin.work.pay.GiveCreditBack;
import org.dunlin.work.pay.GiveCreditBack.Outcome;
import org.dunlin.work.person.JudgePayment;
import org.dunlin.work.person.JudgeRefund;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stays open of a credit note is given back once, by the bank, and settles it. */
class CreditNoteRefundsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 19);
  private static final LocalDate PAID = TestHub.TODAY.minusDays(3);
  private static final LocalDate AFTER = TestHub.TODAY.minusDays(1);
  private static final String ACCOUNT = "DE89370400440532013000";
  private static final InvoiceFile INVOICE = InvoiceFile.of("INV-2026-1001", "c1", DUE, "100.00");

  private final PullHub pull =
      new PullHub(
          new Programs(List::of), "mollie", new ScriptedVendor(), HookAddress.NONE, stores -> null);
  private final TestHub hub = pull.hub;
  private final JudgeRefund judge = new JudgeRefund(hub.stores);
  private final GiveCreditBack giveBack =
      new GiveCreditBack(
          hub.stores,
          new AtProvider(hub.stores, pull.process.links, pull.process.ask, StandIns.NONE));

  @BeforeEach
  void aPaidInvoiceIsCredited() {
    hub.stores.companies().setMode("acme", DunningMode.LIVE);
    hub.offer("1.xml", INVOICE.bytes());
    statement(
        "paid", PAID, Entry.in("R1", PAID, "100.00", "Customer c1", "INV-2026-1001").from(ACCOUNT));
    take(INVOICE.creditNote("CN-2026-77", "40.00"));
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    assertThat(hub.stores.views().tieOuts().of("acme")).allMatch(TieOut::ties);
    assertThat(
            hub.jdbc()
                .sql(
                    """
                    select i.number from invoice i
                     where i.kind = 'CREDIT_NOTE' and i.claimed <>
                       coalesce((select sum(amount) from credit_note_claim c
                                  where c.credit_note_id = i.invoice_id), 0)
                     + coalesce((select sum(amount) from allocation a
                                  where a.credit_note_id = i.invoice_id and a.undone_by is null
                                    and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')), 0)
                    """)
                .query(String.class)
                .list())
        .isEmpty();
    pull.close();
  }

  @Test
  void theAmountToAnAccountOfTheCustomerThatNamesItSettlesIt() {
    leaves("O1", "-40.00", "Customer c1", "credit CN-2026-77", null);

    assertThat(refunds())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.decision()).isEqualTo("AUTOMATIC");
              assertThat(each.creditNote()).isEqualTo("CN-2026-77");
              assertThat(each.paidOut()).isEqualTo(out());
              assertThat(each.reasons()).contains("REFERENCE", "AMOUNT");
            });
    assertThat(open()).isEqualByComparingTo("0");
    assertThat(giveBack.standing("acme", note()).offered()).isNull();
    assertThat(known())
        .as("100.00 of the invoice less what is given back")
        .isEqualByComparingTo("60");
  }

  @Test
  void theNameOnlySuggestsItAndAPersonSettlesItOnce() {
    leaves("O1", "-40.00", "Customer c1", "back to you", null);
    assertThat(refunds()).extracting(Stored::decision).containsExactly("SUGGESTED");
    assertThat(open()).isEqualByComparingTo("40");

    assertThat(judge.settle("acme", out(), note(), "anna")).isEqualTo(JudgeRefund.Outcome.DONE);
    assertThat(judge.settle("acme", out(), note(), "ben"))
        .isEqualTo(JudgeRefund.Outcome.NOTHING_LEFT);
    hub.settle();
    assertThat(refunds()).extracting(Stored::decision).containsExactly("CONFIRMED");
    assertThat(open()).isEqualByComparingTo("0");

    UUID refund = refunds().getFirst().id();
    assertThat(judge.undo("acme", refund, "ben")).isTrue();
    assertThat(judge.undo("acme", refund, "anna")).isFalse();
    hub.settle();
    assertThat(open()).isEqualByComparingTo("40");
    assertThat(refunds()).isEmpty();
  }

  @Test
  void whatTheBankIsToGiveBackIsOfferedOnceAndKnownByItsReference() {
    assertThat(giveBack.standing("acme", note()).offered()).isEqualTo(Money.parse("EUR 40.00"));
    assertThat(giveBack.standing("acme", note()).accounts()).containsExactly(ACCOUNT);
    assertThat(give()).isEqualTo(new Outcome.Ordered(Money.parse("EUR 40.00")));
    assertThat(give()).isEqualTo(new Outcome.AtProvider(new GiveBack.Outcome.Nothing()));
    assertThat(open()).as("nothing else takes of it meanwhile").isEqualByComparingTo("0");

    String reference = order().reference();
    assertThat(giveBack.file("acme", note()).orElseThrow().content())
        .contains(
            "<EndToEndId>" + reference + "</EndToEndId>",
            "<IBAN>" + ACCOUNT + "</IBAN>",
            "<IBAN>" + TestHub.IBAN + "</IBAN>",
            ">40.00<",
            "CN-2026-77")
        .isEqualTo(giveBack.file("acme", note()).orElseThrow().content());

    leaves("O1", "-40.00", "Somebody Else", "no word of it", reference);
    assertThat(refunds()).extracting(Stored::decision).containsExactly("AUTOMATIC");
    assertThat(order().state()).isEqualTo(OrderState.LEFT);
    assertThat(giveBack.file("acme", note())).isEmpty();
    assertThat(open()).isEqualByComparingTo("0");
    assertThat(give()).isEqualTo(new Outcome.AtProvider(new GiveBack.Outcome.Nothing()));
  }

  @Test
  void whatDoesNotLeaveIsOpenAgain() {
    give();
    assertThat(giveBack.withdraw("acme", note(), "anna")).isTrue();
    assertThat(giveBack.withdraw("acme", note(), "ben")).isFalse();
    assertThat(open()).isEqualByComparingTo("40");
    assertThat(give()).isEqualTo(new Outcome.Ordered(Money.parse("EUR 40.00")));
  }

  @Test
  void nothingIsOrderedWhileTheCompanyIsNotLiveOrTheHubIsStopped() {
    hub.stores.companies().setMode("acme", DunningMode.SHADOW);
    assertThat(give()).isEqualTo(new Outcome.AtProvider(new GiveBack.Outcome.NotNow()));
    hub.stores.companies().setMode("acme", DunningMode.LIVE);
    hub.stores.settings().setStopped(true);
    assertThat(give()).isEqualTo(new Outcome.AtProvider(new GiveBack.Outcome.NotNow()));
    assertThat(open()).isEqualByComparingTo("40");
  }

  @Test
  void toAnAccountThatIsNotKnownNothingIsOrdered() {
    assertThat(giveBack.give("acme", note(), "NL91ABNA0417164300", "anna"))
        .isEqualTo(new Outcome.AtProvider(new GiveBack.Outcome.Nothing()));
  }

  @Test
  void whatItsProgramShowsAsPaidOutIsNotTakenTwice() {
    give();
    take(INVOICE.creditNote("CN-2026-77", "40.00", "0.00"));
    assertThat(order().state()).isEqualTo(OrderState.ENDED);
    assertThat(open()).isEqualByComparingTo("0");
    assertThat(give()).isEqualTo(new Outcome.AtProvider(new GiveBack.Outcome.Nothing()));
  }

  @Test
  void theCreditOfMoneyAndThatOfACreditNoteOfOneAmountAreKeptApart() {
    statement(
        "again",
        PAID.plusDays(1),
        Entry.in("R2", PAID.plusDays(1), "40.00", "Customer c1", "INV-2026-1001 again")
            .from(ACCOUNT));
    UUID money =
        hub.jdbc()
            .sql("select payment_id from payment where record ->> 'remittance' like '%again'")
            .query(UUID.class)
            .single();
    UUID customer = hub.jdbc().sql("select customer_id from customer").query(UUID.class).single();
    new JudgePayment(hub.stores).belongsTo("acme", money, customer, "anna");
    give();
    hub.settle();
    leaves("O1", "-40.00", "Customer c1", "CN-2026-77", null, ACCOUNT);

    assertThat(hub.stores.refunds().of("acme", out())).hasSize(2);
    assertThat(hub.stores.refunds().of("acme", out()))
        .as("either of the two may be meant, so a person says which")
        .extracting(Stored::decision)
        .containsOnly("SUGGESTED");
    judge.settle("acme", out(), note(), "anna");
    hub.settle();
    assertThat(hub.stores.payments().credits("acme")).hasSize(1);
    assertThat(open()).isEqualByComparingTo("0");
  }

  private Outcome give() {
    return giveBack.give("acme", note(), null, "anna");
  }

  /** What the tie-out knows that the program does not show yet. */
  private BigDecimal known() {
    KnownReasons reasons = hub.stores.tieOuts().reasons();
    return reasons.claimed("acme", TestHub.CONNECTION, true).values().stream()
        .flatMap(List::stream)
        .map(KnownReasons.Claimed::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void leaves(String id, String amount, String to, String text, @Nullable String e2e) {
    leaves(id, amount, to, text, e2e, null);
  }

  private void leaves(
      String id,
      String amount,
      String to,
      String text,
      @Nullable String endToEndId,
      @Nullable String iban) {
    statement(
        id, AFTER, new Entry(id, AFTER, new BigDecimal(amount), to, text, endToEndId, null, iban));
  }

  private void statement(String name, LocalDate day, Entry... entries) {
    hub.offer(name + ".xml", BankFile.day(TestHub.IBAN, day, entries).bytes());
    hub.settle();
  }

  private void take(byte[] file) {
    hub.offer("file-" + UUID.randomUUID() + ".xml", file);
    hub.settle();
  }

  private List<Stored> refunds() {
    return hub.stores.refunds().of("acme", note());
  }

  private BigDecimal open() {
    return hub.stores.invoices().find("acme", note()).orElseThrow().open().getAmount();
  }

  private Order order() {
    return Objects.requireNonNull(giveBack.standing("acme", note()).order());
  }

  private UUID note() {
    return hub.jdbc()
        .sql("select invoice_id from invoice where kind = 'CREDIT_NOTE'")
        .query(UUID.class)
        .single();
  }

  private UUID out() {
    return hub.jdbc()
        .sql("select payment_id from payment where direction = 'OUT'")
        .query(UUID.class)
        .single();
  }
}
