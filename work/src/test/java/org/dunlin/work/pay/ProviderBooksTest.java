package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.dunlin.work.pay.Owed.eur;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.pay.ProviderAccounts.Account;
import org.dunlin.store.pay.ProviderAccounts.Day;
import org.dunlin.store.pay.ProviderDifferences.Difference;
import org.dunlin.store.pay.ProviderDifferences.Kind;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.dunlin.work.match.MatchCompany;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a provider owes by the hub's books, day by day, and what of it does not tie out. */
class ProviderBooksTest {
  private static final LocalDate TODAY = TestHub.TODAY;
  private static final LocalDate SOLD = TODAY.minusDays(5);
  private static final LocalDate PAID_OUT = TODAY.minusDays(3);
  private static final LocalDate ARRIVED = TODAY.minusDays(1);

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ProgramPages provider =
      new ProgramPages(hub, "acme", "psp", Told.LEDGERLY_TAKES_PAYMENTS);
  private final MatchCompany match =
      new MatchCompany(hub.stores, Checkpoint.NONE, Told.LEDGERLY_TAKES_PAYMENTS);
  private final ProviderBooks books = new ProviderBooks(hub.stores);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void itOwesWhatCameInLessAllThatWentAndWhatNoBankHasShownYet() {
    say("tr_1", PaymentKind.TRANSFER, Direction.IN, SOLD, "150.00");
    say("f_1", PaymentKind.FEE, Direction.OUT, SOLD, "0.39");
    say("stl_1", PaymentKind.PAYOUT, Direction.OUT, PAID_OUT, "99.61");
    match();

    Account account = account(null);
    assertThat(account.left()).isEqualTo(eur("50.00"));
    assertThat(account.onItsWay()).isEqualTo(eur("99.61"));
    assertThat(account.owed()).isEqualTo(eur("149.61"));
    assertThat(account.other().isZero()).isTrue();
    assertThat(differences()).isEmpty();

    arrives("99.61", "settlement stl_1");
    assertThat(account(null).onItsWay().isZero()).isTrue();
    assertThat(account(null).owed()).isEqualTo(eur("50.00"));
    assertThat(account(SOLD).owed()).as("before it paid out").isEqualTo(eur("149.61"));
    assertThat(account(SOLD).onItsWay().isZero()).isTrue();
    assertThat(account(PAID_OUT).onItsWay()).as("not at the bank yet").isEqualTo(eur("99.61"));
    assertThat(books.of("acme", TODAY, SOLD.minusDays(1)).accounts()).isEmpty();
  }

  @Test
  void eachDaySaysWhatMovedAndWhatWasThereAtItsEnd() {
    say("tr_1", PaymentKind.TRANSFER, Direction.IN, SOLD, "150.00");
    say("f_1", PaymentKind.FEE, Direction.OUT, SOLD, "0.39");
    say("stl_1", PaymentKind.PAYOUT, Direction.OUT, PAID_OUT, "99.61");

    List<Day> days = days(TODAY, 10);
    assertThat(days).extracting(Day::on).containsExactly(PAID_OUT, SOLD);
    assertThat(days.get(0).paidOut()).isEqualTo(eur("99.61"));
    assertThat(days.get(0).left()).isEqualTo(eur("50.00"));
    assertThat(days.get(1).cameIn()).isEqualTo(eur("150.00"));
    assertThat(days.get(1).fees()).isEqualTo(eur("0.39"));
    assertThat(days.get(1).left()).isEqualTo(eur("149.61"));
    assertThat(days(TODAY, 1)).extracting(Day::left).containsExactly(eur("50.00"));
    assertThat(days(SOLD, 10)).extracting(Day::left).containsExactly(eur("149.61"));
  }

  @Test
  void whatArrivesOtherwiseOrNotInTimeIsNamed() {
    say("tr_1", PaymentKind.TRANSFER, Direction.IN, SOLD, "300.00");
    say("stl_1", PaymentKind.PAYOUT, Direction.OUT, PAID_OUT, "99.61");
    say("stl_2", PaymentKind.PAYOUT, Direction.OUT, TODAY.minusDays(14), "50.00");
    say("stl_3", PaymentKind.PAYOUT, Direction.OUT, TODAY.minusDays(15), "60.00");
    match();
    arrives("98.00", "settlement stl_1");

    assertThat(differences())
        .extracting(Difference::kind, Difference::amount)
        .containsExactly(
            tuple(Kind.ARRIVED_OTHERWISE, eur("-1.61")), tuple(Kind.NOT_ARRIVED, eur("60.00")));
    assertThat(differences()).extracting(Difference::provider).containsOnly("ledgerly");
  }

  @Test
  void whatArrivesOfWhichTheProviderHasNotToldIsNamedUntilItDoes() {
    say("tr_1", PaymentKind.TRANSFER, Direction.IN, SOLD, "100.00");
    arrives("70.00", "payout");
    assertThat(differences())
        .extracting(Difference::kind, Difference::amount)
        .containsExactly(tuple(Kind.NOT_TOLD, eur("70.00")));

    say("stl_1", PaymentKind.PAYOUT, Direction.OUT, PAID_OUT, "70.00");
    match();
    assertThat(differences()).isEmpty();
    assertThat(account(null).owed()).isEqualTo(eur("30.00"));
  }

  @Test
  void aPayoutThatTheProviderTookBackIsNotAwaited() {
    say("tr_1", PaymentKind.TRANSFER, Direction.IN, TODAY.minusDays(20), "60.00");
    say("stl_1", PaymentKind.PAYOUT, Direction.OUT, TODAY.minusDays(18), "60.00");
    say("stl_1-back", PaymentKind.PAYOUT, Direction.IN, TODAY.minusDays(16), "60.00");

    assertThat(differences()).isEmpty();
    assertThat(account(null).owed()).isEqualTo(eur("60.00"));
  }

  @Test
  void whatWentBackOfAPaymentThatIsNotKnownAndMoreThanCameInAreNamed() {
    back("re_1", "tr_0", "30.00");
    match();
    assertThat(differences())
        .extracting(Difference::kind)
        .containsExactly(Kind.BELOW_ZERO, Kind.UNKNOWN_RETURN);

    say("tr_0", PaymentKind.TRANSFER, Direction.IN, SOLD, "100.00");
    match();
    assertThat(differences()).as("once it is read").isEmpty();
  }

  @Test
  void aLinkThatIsPaidWithoutMoneyIsNamedAfterADay() {
    Owed owed = new Owed(hub);
    UUID checkout = owed.checkout("psp", "100.00", owed.invoice("INV-1", "c1"));
    provider.bring(
        Said.of(
            "payments",
            "tr_1",
            new Checkout(
                "tr_1", checkout.toString(), CheckoutState.PAID, eur("100.00"), "ideal", null)));
    assertThat(differences()).as("it may come still").isEmpty();
    hub.sql("update checkout set moved_at = now() - interval '25 hours'");

    assertThat(differences())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.kind()).isEqualTo(Kind.MONEY_AWAITED);
              assertThat(each.amount()).isEqualTo(eur("100.00"));
              assertThat(each.linkId()).isNotNull();
            });
  }

  @Test
  void whatWasGivenBackThereAndIsNotAmongItsMoneyIsNamedTheNextDay() {
    say("tr_1", PaymentKind.TRANSFER, Direction.IN, SOLD, "100.00");
    given(TODAY);
    assertThat(differences()).as("told of within the day").isEmpty();
    hub.sql("update provider_refund set asked_on = asked_on - 1");
    assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.REFUND_AWAITED);

    back("re_1", "tr_1", "40.00");
    match();
    assertThat(differences()).isEmpty();
  }

  @Test
  void ofOneProviderOnlyItsOwnIsShown() {
    say("tr_1", PaymentKind.TRANSFER, Direction.IN, SOLD, "100.00");
    assertThat(books.at("acme", TODAY, "ledgerly").accounts()).hasSize(1);
    assertThat(books.at("acme", TODAY, "folder").accounts()).isEmpty();
  }

  private void given(LocalDate on) {
    Owed owed = new Owed(hub);
    UUID customer = owed.customer(owed.invoice("INV-9", "c9"));
    hub.jdbc()
        .sql(
            """
            insert into provider_refund (company_id, refund_id, payment_id, customer_id, connection_id,
                                         provider_key, amount, currency, state, provider_refund, asked_by, asked_on)
            select 'acme', gen_random_uuid(), payment_id, :customer, 'psp', 'tr_1', 40, 'EUR', 'DONE', 're_1',
                   'anna', :on
              from payment where record ->> 'accountScheme' = 'ledgerly'
            """)
        .param("customer", customer)
        .param("on", on)
        .update();
  }

  private Account account(@Nullable LocalDate on) {
    List<Account> accounts = books.of("acme", TODAY, on).accounts();
    assertThat(accounts).hasSize(1);
    return accounts.getFirst();
  }

  private List<Difference> differences() {
    return books.of("acme", TODAY, null).differences();
  }

  private List<Day> days(LocalDate until, int most) {
    return hub.stores
        .pay()
        .accounts()
        .days("acme", "ledgerly", "pfl_1", CurrencyUnit.EUR, until, most);
  }

  private void arrives(String amount, String text) {
    Entry entry = Entry.in("B1", ARRIVED, amount, "Stichting Ledgerly", text);
    hub.offer("bank.xml", BankFile.day(TestHub.IBAN, ARRIVED, entry).bytes());
    TestHub.drain(hub.translate::next);
    match();
  }

  private void match() {
    hub.stores.companies().addWorkDue("acme", WorkDue.MATCH);
    TestHub.drain(match::next);
  }

  private void say(String id, PaymentKind kind, Direction direction, LocalDate on, String amount) {
    provider.bring(Said.of("payments", id, money(id, kind, direction, on, amount, null)));
  }

  private void back(String id, String of, String amount) {
    provider.bring(
        Said.of("payments", id, money(id, PaymentKind.RETURN, Direction.OUT, ARRIVED, amount, of)));
  }

  private static Payment money(
      String id,
      PaymentKind kind,
      Direction direction,
      LocalDate on,
      String amount,
      @Nullable String returnOf) {
    String reference = kind == PaymentKind.PAYOUT ? "settlement " + id : null;
    return Told.LEDGERLY.moved(id, kind, direction, on, amount, reference, returnOf);
  }
}
