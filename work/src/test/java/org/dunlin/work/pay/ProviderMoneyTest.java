package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.store.pay.PayoutEntries.FoundBy;
import org.dunlin.store.pay.PayoutEntries.Pair;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.ProgramRecords;
import org.dunlin.work.TestHub;
import org.dunlin.work.dun.Doubts;
import org.dunlin.work.dun.SourceHolds;
import org.dunlin.work.match.MatchCompany;
import org.dunlin.work.person.JudgePayment;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a payment provider tells of is money on an account of its own, and each cent counts once.
 */
class ProviderMoneyTest {
  private static final AccountId ACCOUNT = new AccountId(null, "pfl_1", "ledgerly");

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ProgramPages provider =
      new ProgramPages(hub, "acme", "provider", Told.LEDGERLY_TAKES_PAYMENTS);
  private final MatchCompany match =
      new MatchCompany(hub.stores, Checkpoint.NONE, Told.LEDGERLY_TAKES_PAYMENTS);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aPaymentThatComesFromListsAndNoticesCountsOnce() {
    say(paid("tr_1", "100.00"));
    say(paid("tr_1", "100.00"));

    assertThat(payments()).hasSize(1);
    assertThat(payments().getFirst().amount()).isEqualTo(eur("100.00"));
  }

  @Test
  void aPaymentOfAnotherAmountLaterIsNotBelieved() {
    say(paid("tr_1", "100.00"));
    say(paid("tr_1", "900.00"));

    assertThat(payments()).extracting(Payment::amount).containsExactly(eur("100.00"));
    assertThat(problems()).contains("ENTRY_CONTRADICTED");
  }

  @Test
  void aPaymentThatNamesAnInvoicePaysIt() {
    invoice("2026-0042", "100.00");
    say(paid("tr_1", "100.00", "2026-0042"));
    match();

    assertThat(open("2026-0042")).isEqualByComparingTo("0.00");
  }

  @Test
  void whatIsGivenBackInPartOpensSoMuchOfTheInvoice() {
    invoice("2026-0042", "100.00");
    say(paid("tr_1", "100.00", "2026-0042"));
    match();
    say(back("re_1", "tr_1", "30.00"));
    match();
    assertThat(open("2026-0042")).isEqualByComparingTo("30.00");
    say(back("re_2", "tr_1", "20.00"));
    match();
    match();

    assertThat(open("2026-0042")).isEqualByComparingTo("50.00");
    assertThat(state("tr_1").unallocated()).isEqualTo(eur("0.00"));
    assertThat(state("re_1").unallocated()).isEqualTo(eur("0.00"));
  }

  @Test
  void whatFoundNoInvoiceIsGivenBackFirst() {
    invoice("2026-0042", "100.00");
    say(paid("tr_1", "130.00", "2026-0042"));
    match();
    say(back("re_1", "tr_1", "30.00"));
    match();

    assertThat(open("2026-0042")).isEqualByComparingTo("0.00");
    assertThat(state("tr_1").unallocated()).isEqualTo(eur("0.00"));
  }

  @Test
  void aChargebackOfAllOfItOpensTheWholeInvoiceOnce() {
    invoice("2026-0042", "100.00");
    say(paid("tr_1", "100.00", "2026-0042"));
    match();
    say(back("chb_1", "tr_1", "100.00"));
    say(back("chb_1", "tr_1", "100.00"));
    match();
    match();

    assertThat(open("2026-0042")).isEqualByComparingTo("100.00");
  }

  @Test
  void theEntryThatNamesThePayoutIsItsOtherEndAndNoCustomersMoney() {
    invoice("2026-0042", "99.61");
    say(payout("stl_1", "99.61", "1234567.2611.03"));
    bank("99.61", "STICHTING MOLLIE PAYMENTS", "Settlement 1234567.2611.03");
    match();

    Pair pair = pair("99.61");
    assertThat(pair.foundBy()).isEqualTo(FoundBy.REFERENCE);
    assertThat(pair.payoutId()).isEqualTo(id("stl_1"));
    assertThat(open("2026-0042")).isEqualByComparingTo("99.61");
    assertThat(hub.stores.allocations().of("acme")).isEmpty();
  }

  @Test
  void anEntryThatNamesThePayoutIsItsOtherEndThoughItsAmountDiffers() {
    say(payout("stl_1", "99.61", "1234567.2611.03"));
    bank("98.00", "STICHTING MOLLIE PAYMENTS", "1234567 2611 03");
    match();

    assertThat(pair("98.00").payoutId()).isEqualTo(id("stl_1"));
  }

  @Test
  void anEntryOfTheProviderWaitsForItsPayoutAndPaysNothingMeanwhile() {
    invoice("2026-0042", "99.61");
    bank("99.61", "Ledgerly Payments", "payout of the week");
    match();
    assertThat(pair("99.61").payoutId()).isNull();
    assertThat(open("2026-0042")).isEqualByComparingTo("99.61");
    say(payout("stl_1", "99.61", "1234567.2611.03"));
    match();

    assertThat(pair("99.61").payoutId()).isEqualTo(id("stl_1"));
  }

  @Test
  void aCustomerCalledLikeTheProviderPaysWhatItNames() {
    invoice("2026-0042", "99.61");
    bank("99.61", "Ledgerly Payments", "2026-0042");
    match();

    assertThat(hub.stores.pay().payouts().of("acme", entry("99.61"))).isEmpty();
    assertThat(open("2026-0042")).isEqualByComparingTo("0.00");
  }

  @Test
  void whatComesFromWhereACustomerPaidFromIsNoPayoutForItsNameAlone() {
    invoice("2026-0041", "10.00");
    String iban = "NL91ABNA0417164300";
    LocalDate day = LocalDate.of(2026, 11, 20);
    Entry first = Entry.in("B0", day, "10.00", "Bakkerij Jansen B.V.", "2026-0041").from(iban);
    hub.offer("first.xml", BankFile.day(TestHub.IBAN, day, first).bytes());
    TestHub.drain(hub.translate::next);
    match();
    assertThat(open("2026-0041")).isEqualByComparingTo("0.00");
    Entry next =
        Entry.in("B1", day.plusDays(1), "55.00", "Ledgerly Payments", "on account").from(iban);
    hub.offer("next.xml", BankFile.day(TestHub.IBAN, next.on(), next).bytes());
    TestHub.drain(hub.translate::next);
    match();

    assertThat(hub.stores.pay().payouts().of("acme", entry("55.00"))).isEmpty();
  }

  @Test
  void whatIsTakenForAPayoutByNameAloneHoldsWhatItCouldSettle() {
    invoice("2026-0042", "99.61");
    bank("99.61", "Ledgerly Payments", "thank you");
    match();
    assertThat(pair("99.61").foundBy()).isEqualTo(FoundBy.NAME);
    UUID invoice = hub.jdbc().sql("select invoice_id from invoice").query(UUID.class).single();
    assertThat(held()).contains(invoice);
    say(payout("stl_1", "99.61", "1234567.2611.03"));
    match();

    assertThat(held()).isEmpty();
  }

  private Set<UUID> held() {
    return Doubts.of(
            hub.stores,
            hub.stores.companies().profile("acme"),
            TestHub.TODAY,
            SourceHolds.ofNoProgram(hub.stores),
            List.of())
        .held();
  }

  @Test
  void ofTwoPayoutsOfOneAmountNoneIsGuessed() {
    say(payout("stl_1", "99.61", "1234567.2611.03"));
    say(payout("stl_2", "99.61", "1234567.2611.04"));
    bank("99.61", "Ledgerly Payments", "payout");
    match();

    assertThat(pair("99.61").payoutId()).isNull();
  }

  @Test
  void aCustomersMoneyOfThatAmountIsLeftAlone() {
    invoice("2026-0042", "99.61");
    say(payout("stl_1", "99.61", "1234567.2611.03"));
    bank("99.61", "BAKKERIJ JANSEN", "2026-0042");
    match();

    assertThat(open("2026-0042")).isEqualByComparingTo("0.00");
    assertThat(hub.stores.pay().payouts().of("acme", id("stl_1"))).isEmpty();
  }

  @Test
  void whatAPersonTakesUpAgainIsNoPayoutForAnyRule() {
    bank("99.61", "Ledgerly Payments", "payout");
    match();
    UUID entry = entry("99.61");
    assertThat(new JudgePayment(hub.stores).takeUp("acme", entry, "anna")).isTrue();
    match();

    assertThat(hub.stores.pay().payouts().of("acme", entry)).isEmpty();
    assertThat(hub.stores.payments().find("acme", entry).orElseThrow().unallocated())
        .isEqualTo(eur("99.61"));
  }

  private void say(Payment... records) {
    for (Payment each : records) {
      provider.bring(Said.of("payments", each.id(), each));
    }
  }

  private void match() {
    hub.stores.companies().addWorkDue("acme", WorkDue.MATCH);
    TestHub.drain(match::next);
  }

  private void invoice(String number, String total) {
    ProgramPages books =
        new ProgramPages(hub, "acme", "books", "booksly", Told.LEDGERLY_TAKES_PAYMENTS);
    Customer customer = ProgramRecords.customer("c-1", "Bakkerij Jansen B.V.", null);
    Invoice invoice =
        ProgramRecords.invoice(number, number, "c-1", LocalDate.of(2026, 12, 1), total, total);
    books.bring(Said.of("invoices", number, customer, invoice));
  }

  private void bank(String amount, String payer, String text) {
    Entry entry = Entry.in("B1", LocalDate.of(2026, 11, 21), amount, payer, text);
    hub.offer("bank.xml", BankFile.day(TestHub.IBAN, entry.on(), entry).bytes());
    TestHub.drain(hub.translate::next);
  }

  private BigDecimal open(String number) {
    return hub.jdbc()
        .sql("select outstanding - claimed from invoice where number = ?")
        .param(number)
        .query(BigDecimal.class)
        .single();
  }

  private List<Payment> payments() {
    return hub
        .jdbc()
        .sql("select record, claimed, returned from payment order by payment_id")
        .query(PaymentState::row)
        .list()
        .stream()
        .map(PaymentState::payment)
        .toList();
  }

  private UUID id(String sourceId) {
    return payments().stream()
        .filter(each -> Objects.requireNonNull(each.source()).id().equals(sourceId))
        .map(each -> UUID.fromString(each.id()))
        .findFirst()
        .orElseThrow();
  }

  private PaymentState state(String sourceId) {
    return hub.stores.payments().find("acme", id(sourceId)).orElseThrow();
  }

  private UUID entry(String amount) {
    return payments().stream()
        .filter(each -> each.direction() == Direction.IN && each.amount().equals(eur(amount)))
        .map(each -> UUID.fromString(each.id()))
        .findFirst()
        .orElseThrow();
  }

  private Pair pair(String amount) {
    return hub.stores.pay().payouts().of("acme", entry(amount)).orElseThrow();
  }

  private List<String> problems() {
    return hub.jdbc().sql("select code from problem").query(String.class).list();
  }

  private static Payment paid(String id, String amount) {
    return paid(id, amount, "order 17");
  }

  private static Payment paid(String id, String amount, String text) {
    return payment(id, PaymentKind.TRANSFER, Direction.IN, amount, text, null, null);
  }

  private static Payment back(String id, String of, String amount) {
    return payment(id, PaymentKind.RETURN, Direction.OUT, amount, "back", null, of);
  }

  private static Payment payout(String id, String amount, String reference) {
    return payment(id, PaymentKind.PAYOUT, Direction.OUT, amount, reference, reference, null);
  }

  private static Payment payment(
      String id,
      PaymentKind kind,
      Direction direction,
      String amount,
      String text,
      @Nullable String endToEndId,
      @Nullable String returnOf) {
    return new Payment(
        id,
        kind,
        direction,
        LocalDate.of(2026, 11, 20),
        null,
        eur(amount),
        direction == Direction.IN ? "Bakkerij Jansen B.V." : null,
        null,
        null,
        text,
        null,
        List.of(),
        endToEndId,
        null,
        ACCOUNT,
        returnOf,
        null);
  }

  private static Money eur(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
