package org.dunlin.work.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dunlin.core.claim.Debt;
import org.dunlin.core.claim.Line;
import org.dunlin.core.claim.Note;
import org.dunlin.core.claim.PartPayment;
import org.dunlin.core.claim.Rate;
import org.dunlin.core.claim.RateStatus;
import org.dunlin.core.claim.Rates;
import org.dunlin.core.dunning.Due;
import org.dunlin.core.dunning.OpenInstalment;
import org.dunlin.core.dunning.OpenInvoice;
import org.dunlin.core.dunning.StandardPlan;
import org.dunlin.core.dunning.Step;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.ClaimKind;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Claims of the ledger's own facts, and what messages said of them. */
class ClaimsTest {
  private static final LocalDate TODAY = TestHub.TODAY;
  private static final LocalDate DUE = LocalDate.of(2026, 5, 1);

  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void interestOfABusinessIsReckonedUntilItPaid() {
    UUID invoice = invoice("INV-2026-1100", "1000.00");
    business();
    hub.offer("day.xml", BankFile.day(TestHub.IBAN, LocalDate.of(2026, 6, 1), paid()).bytes());
    hub.settle();

    ReckonedClaims claims = of(invoice);
    assertThat(claims.items().getFirst().debt().paid())
        .containsExactly(new PartPayment(LocalDate.of(2026, 6, 1), eur("1000.00")));
    assertThat(interest(claims)).containsExactly(eur("8.34")); // 30 days of 10.15 %
    assertThat(claims.together().lines())
        .extracting(line -> line.claim().kind())
        .contains(ClaimKind.COSTS);
    assertThat(claims.items().getFirst().alone().attribution()).isNotNull();
  }

  @Test
  void aRateThatNobodyVerifiedIsShownAndNotCharged() {
    UUID invoice = invoice("INV-2026-1100", "1000.00");
    business();

    assertThat(of(invoice).together().lines())
        .filteredOn(line -> line.claim().kind() == ClaimKind.INTEREST)
        .extracting(Line::status)
        .containsExactly(RateStatus.KNOWN, RateStatus.CHECK);
    StateClaims.Stated before = stated(TODAY, Channel.EMAIL, ClaimKind.INTEREST);
    assertThat(amounts(before.said().demand().charged())).containsExactly(eur("16.68"));
    assertThat(amounts(before.said().demand().leftOut())).containsExactly(eur("41.88"));

    new ChangeTerms(hub.stores).confirm("acme", "ECB_MRO", LocalDate.of(2026, 7, 1), "anna");
    StateClaims.Stated after = stated(TODAY, Channel.EMAIL, ClaimKind.INTEREST);
    assertThat(amounts(after.said().demand().charged()))
        .containsExactly(eur("16.68"), eur("41.88"));
    assertThat(after.said().demand().charged().getLast().claim().citation())
        .contains("verified by anna");
  }

  @Test
  void costsOfAConsumerAreAnnouncedByALetterAndChargedOnceItsDaysAreOver() {
    UUID invoice = invoice("INV-2026-1100", "1000.00");
    assertThat(of(invoice).together().notes())
        .extracting(Note::kind)
        .contains(Note.Kind.COSTS_NEED_LETTER);

    StateClaims.Stated letter = stated(TODAY, Channel.EMAIL, ClaimKind.COSTS);
    assertThat(amounts(letter.said().demand().announced())).containsExactly(eur("150.00"));
    assertThat(letter.said().demand().lastFree()).isEqualTo(TODAY.plusDays(15));
    keep("a-1", ActionState.SENT, letter);

    day(TODAY.plusDays(15));
    assertThat(costs(of(invoice))).isEmpty();
    assertThat(amounts(of(invoice).together().coming())).containsExactly(eur("150.00"));
    day(TODAY.plusDays(16));
    assertThat(costs(of(invoice))).containsExactly(eur("150.00"));
    StateClaims.Stated after = stated(TODAY.plusDays(16), Channel.EMAIL, ClaimKind.COSTS);
    assertThat(amounts(after.said().demand().charged())).containsExactly(eur("150.00"));
    assertThat(after.said().demand().announces()).isFalse();
    SaidBefore said = SaidBefore.of(of(invoice).stated().getFirst());
    assertThat(said.said()).isTrue();
    assertThat(said.announced())
        .containsExactly(new SaidBefore.Part(ClaimKind.COSTS, eur("150.00"), TODAY.plusDays(16)));
  }

  @Test
  void aLetterThatNeverLeftGivesNothing() {
    UUID invoice = invoice("INV-2026-1100", "1000.00");
    keep("a-1", ActionState.CANCELLED, stated(TODAY, Channel.EMAIL, ClaimKind.COSTS));
    keep("a-2", ActionState.UNKNOWN, stated(TODAY, Channel.EMAIL, ClaimKind.COSTS));

    day(TODAY.plusDays(40));
    assertThat(costs(of(invoice))).isEmpty();
    assertThat(of(invoice).stated()).hasSize(2);
  }

  @Test
  void severalClaimsOnOneConsumerAreAddedBeforeCostsAreReckoned() {
    invoice("INV-2026-1100", "1000.00");
    invoice("INV-2026-1101", "2000.00");

    StateClaims.Stated letter = stated(TODAY, Channel.LETTER, ClaimKind.COSTS);
    assertThat(amounts(letter.said().demand().announced())).containsExactly(eur("425.00"));
    assertThat(letter.said().demand().announced().getFirst().claim().invoiceIds()).hasSize(2);
    assertThat(letter.said().demand().lastFree()).isEqualTo(TODAY.plusDays(19));
  }

  @Test
  void vatIsAddedOnlyWhereItWasSaidThatItIsNotRecovered() {
    UUID invoice = invoice("INV-2026-1100", "1000.00");
    assertThat(of(invoice).vatSaid()).isFalse();
    assertThat(stated(TODAY, Channel.EMAIL, ClaimKind.COSTS).said().vat()).isNull();
    hub.sql("update company set record = record || '{\"vatRecoverable\":false}'");

    StateClaims.Stated letter = stated(TODAY, Channel.EMAIL, ClaimKind.COSTS);
    assertThat(amounts(letter.said().demand().announced())).containsExactly(eur("181.50"));
    assertThat(letter.said().vat()).isEqualByComparingTo("21");
  }

  @Test
  void aConsumerInBelgiumOwesNothingUnlessTermsSaySo() {
    UUID invoice = invoice("INV-2026-1100", "1000.00");
    hub.sql("update customer set record = record || '{\"address\":{\"country\":\"BE\"}}'");
    assertThat(of(invoice).lacksTerms()).isTrue();
    StateClaims.Stated without = stated(TODAY, Channel.EMAIL, ClaimKind.COSTS);
    assertThat(without.said().demand().isStated()).isFalse();
    assertThat(without.said().demand().problems())
        .extracting(problem -> problem.code())
        .containsExactly("TERMS_MISSING");

    terms(null, null, true);
    StateClaims.Stated with = stated(TODAY, Channel.EMAIL, ClaimKind.COSTS);
    assertThat(amounts(with.said().demand().announced())).containsExactly(eur("90.00"));
  }

  @Test
  void whatTermsAgreeTakesThePlaceOfTheLawsRateAndAFeeIsChargedForEachMessage() {
    UUID invoice = invoice("INV-2026-1100", "1000.00");
    business();
    terms("5", eur("7.50"), false);

    StateClaims.Stated first = stated(TODAY, Channel.EMAIL, ClaimKind.FEE, ClaimKind.INTEREST);
    assertThat(amounts(first.said().demand().charged()))
        .containsExactly(eur("28.36"), eur("7.50")); // 207 days of 5 %
    keep("a-1", ActionState.SENT, first);
    StateClaims.Stated second = stated(TODAY.plusDays(7), Channel.EMAIL, ClaimKind.FEE);
    assertThat(amounts(second.said().demand().charged())).containsExactly(eur("7.50"), eur("7.50"));
    assertThat(of(invoice).together().lines())
        .extracting(line -> line.claim().kind())
        .contains(ClaimKind.FEE);
  }

  @Test
  void aStepThatNamesNoClaimStatesNone() {
    invoice("INV-2026-1100", "1000.00");
    assertThat(stated(TODAY, Channel.EMAIL).said().demand().isStated()).isFalse();
    assertThat(stated(TODAY, Channel.EMAIL).debts()).isEmpty();
  }

  @Test
  void whatIsWrongWithTermsIsSaidAndNothingIsKept() {
    ChangeTerms change = new ChangeTerms(hub.stores);
    assertThatThrownBy(() -> terms("101", null, false)).isInstanceOf(TermsRefused.class);
    assertThatThrownBy(
            () ->
                change.change(
                    "acme",
                    new ChangeTerms.Said(null, null, false, "series,valid_from\nX,2026"),
                    "",
                    "anna"))
        .isInstanceOf(TermsRefused.class)
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> change.confirm("acme", "ECB_MRO", LocalDate.of(2025, 6, 11), "anna"))
        .isInstanceOf(TermsRefused.class);
    assertThat(hub.stores.claims().terms().of("acme").saidBy()).isNull();
  }

  @Test
  void whoReadTheTermsBeforeAnotherChangedThemTakesNothingBackOfIt() {
    ChangeTerms change = new ChangeTerms(hub.stores);
    String seen = hub.stores.claims().terms().of("acme").version();
    change.confirm("acme", "ECB_MRO", LocalDate.of(2026, 7, 1), "ben");

    assertThatThrownBy(
            () ->
                change.change(
                    "acme", new ChangeTerms.Said(null, eur("5.00"), false, ""), seen, "anna"))
        .isInstanceOfSatisfying(
            TermsRefused.class,
            refused -> assertThat(refused.kind()).isEqualTo(TermsRefused.Kind.MEANWHILE));
    assertThat(hub.stores.claims().terms().of("acme").rates()).contains("verified by ben");
  }

  @Test
  void whatTwoPeopleVerifyAtOnceIsBothVerified() {
    ChangeTerms change = new ChangeTerms(hub.stores);
    List<Rate> unverified =
        Rates.carried().all().stream().filter(rate -> rate.status() == RateStatus.CHECK).toList();
    Rate one = unverified.getFirst();
    Rate other = unverified.getLast();
    CompletableFuture<Boolean> second =
        hub.stores
            .transactions()
            .in(
                () -> {
                  change.confirm("acme", one.series(), one.validFrom(), "anna");
                  return hub.waiting(
                      () -> {
                        change.confirm("acme", other.series(), other.validFrom(), "ben");
                        return true;
                      });
                });
    assertThat(second.join()).isTrue();

    assertThat(hub.stores.claims().terms().of("acme").rates())
        .contains("verified by anna", "verified by ben");
  }

  private UUID invoice(String number, String total) {
    hub.offer(number + ".xml", InvoiceFile.of(number, "c0", DUE, total).bytes());
    hub.settle();
    return hub.stores.invoices().openOfNumber("acme", number).getFirst();
  }

  private void business() {
    hub.sql("update customer set record = record || '{\"consumer\":false}'");
  }

  private void day(LocalDate day) {
    hub.sql("update company set business_date = '" + day + "'");
  }

  private void terms(@Nullable String rate, @Nullable Money fee, boolean clause) {
    new ChangeTerms(hub.stores)
        .change(
            "acme",
            new ChangeTerms.Said(rate == null ? null : new BigDecimal(rate), fee, clause, ""),
            hub.stores.claims().terms().of("acme").version(),
            "anna");
  }

  private static Entry paid() {
    return Entry.in("r-1", LocalDate.of(2026, 6, 1), "1000.00", "Customer c0", "INV-2026-1100");
  }

  private ReckonedClaims of(UUID invoice) {
    return new ReckonClaims(hub.stores).ofInvoice("acme", invoice).orElseThrow();
  }

  private StateClaims.Stated stated(LocalDate on, Channel channel, ClaimKind... kinds) {
    Company company = hub.stores.companies().profile("acme").company();
    Customer customer = hub.stores.customers().of("acme").getFirst();
    List<OpenInvoice> open =
        hub.stores.invoices().open("acme").stream()
            .map(state -> new OpenInvoice(state.invoice(), state.open()))
            .toList();
    List<OpenInstalment> asked =
        open.stream().flatMap(each -> OpenInstalment.of(each, customer, company).stream()).toList();
    EnumSet<ClaimKind> claimed = EnumSet.noneOf(ClaimKind.class);
    claimed.addAll(List.of(kinds));
    Step step =
        new Step(
            "final",
            new Due.FromDueDate(5),
            null,
            channel,
            "final",
            Map.of(),
            null,
            List.copyOf(claimed),
            false);
    return new StateClaims(hub.stores, company, on)
        .of(StandardPlan.plan(), step, customer, open, asked);
  }

  private void keep(String id, ActionState state, StateClaims.Stated stated) {
    Debt debt = stated.debts().getFirst();
    Company company = hub.stores.companies().profile("acme").company();
    Action action =
        new Action(
            id,
            hub.stores.customers().of("acme").getFirst().id(),
            "standard",
            id,
            Channel.EMAIL,
            TODAY,
            state,
            List.of(new ActionItem(debt.invoiceIds().getFirst(), debt.due(), id, debt.principal())),
            List.of());
    hub.stores
        .transactions()
        .run(
            () -> {
              hub.stores.actions().add("acme", action);
              new StateClaims(hub.stores, company, TODAY).keep(id, stated);
            });
  }

  private static List<Money> interest(ReckonedClaims claims) {
    return of(claims, ClaimKind.INTEREST);
  }

  private static List<Money> costs(ReckonedClaims claims) {
    return of(claims, ClaimKind.COSTS);
  }

  private static List<Money> of(ReckonedClaims claims, ClaimKind kind) {
    return claims.together().lines().stream()
        .filter(line -> line.claim().kind() == kind)
        .map(line -> line.claim().amount())
        .toList();
  }

  private static List<Money> amounts(List<Line> lines) {
    return lines.stream().map(line -> line.claim().amount()).toList();
  }

  private static Money eur(String amount) {
    return Money.parse("EUR " + amount);
  }
}
