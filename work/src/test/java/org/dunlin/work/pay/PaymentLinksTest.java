package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.dunlin.work.pay.Owed.TODAY;
import static org.dunlin.work.pay.Owed.eur;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.PaymentLinkState;
import org.dunlin.core.profile.Paying;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.pay.NoLink.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One open link for the same invoices, as long as something is open of them. */
class PaymentLinksTest {
  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final Owed owed = new Owed(hub);
  private UUID first;
  private UUID second;

  @BeforeEach
  void twoInvoices() {
    first = owed.invoice("INV-1", "c1");
    second = owed.invoice("INV-2", "c1", "50.00");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aLinkAsksForWhatIsOpenOfItsInvoicesUntilItsLastDay() {
    PaymentLink link = owed.open(first, second);

    assertThat(link.state()).isEqualTo(PaymentLinkState.OPEN);
    assertThat(link.amount()).isEqualTo(eur("150.00"));
    assertThat(link.invoiceIds()).containsExactlyInAnyOrder(first.toString(), second.toString());
    assertThat(link.customerId()).isEqualTo(owed.customer(first).toString());
    assertThat(link.url()).startsWith("https://pay.example.test/p/");
    assertThat(link.expiresAt()).isEqualTo(Instant.parse("2027-02-22T23:00:00Z"));
    assertThat(owed.events()).contains("PAYMENT_LINK_MADE");
  }

  @Test
  void askedTwiceItIsTheSameLinkInWhateverOrder() {
    PaymentLink once = owed.open(first, second);

    assertThat(owed.open(second, first)).isEqualTo(once);
    assertThat(owed.open(first)).isNotEqualTo(once);
  }

  @Test
  void askedAgainOnALaterDayItsLastDayIsPutOffAndItsAddressStays() {
    PaymentLink once = owed.open(first);
    PaymentLink later = owed.open(TODAY.plusDays(10), first);

    assertThat(later.url()).isEqualTo(once.url());
    assertThat(later.expiresAt()).isEqualTo(Instant.parse("2027-03-04T23:00:00Z"));
    assertThat(owed.open(first).expiresAt()).isEqualTo(later.expiresAt());
  }

  @Test
  void whoAsksAtTheSameMomentGetsTheSameLink() {
    PaymentLink[] other = new PaymentLink[1];
    CompletableFuture<PaymentLink> waiting =
        hub.stores
            .transactions()
            .in(
                () -> {
                  other[0] = owed.open(first, second);
                  return hub.waiting(() -> owed.open(second, first));
                });

    assertThat(waiting.join()).isEqualTo(other[0]);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void whatIsNotOpenOrNotTheCustomersHasNoLink() {
    UUID other = owed.invoice("INV-3", "c2");
    hub.offer("usd.xml", InvoiceFile.of("INV-4", "c1", Owed.DUE, "10.00").in("USD").bytes());
    hub.settle();
    UUID dollars = hub.stores.invoices().openOfNumber("acme", "INV-4").getFirst();

    assertThat(refused(first, other)).isEqualTo(Reason.NOT_OPEN);
    assertThat(refused(first, UUID.randomUUID())).isEqualTo(Reason.NOT_OPEN);
    assertThat(refused(first, dollars)).isEqualTo(Reason.OTHER_CURRENCY);
    assertThat(refused()).isEqualTo(Reason.NO_INVOICE);
    owed.left("INV-1", "c1", "0.00");
    assertThat(refused(first)).isEqualTo(Reason.NOT_OPEN);
    assertThat(count()).isZero();
  }

  @Test
  void whatIsSettledOtherwiseVoidsItAndWhatIsPaidInPartLowersIt() {
    PaymentLink both = owed.open(first, second);
    PaymentLink one = owed.open(first);
    owed.transferred("INV-1", "c1", "100.00");

    assertThat(owed.kept(one).state()).isEqualTo(PaymentLinkState.VOID);
    assertThat(owed.kept(both).state()).isEqualTo(PaymentLinkState.OPEN);
    assertThat(owed.kept(both).amount()).isEqualTo(eur("50.00"));
    assertThat(owed.opened(both).link().amount()).isEqualTo(eur("50.00"));
    assertThat(owed.opened(one).link().state()).isEqualTo(PaymentLinkState.VOID);
    assertThat(owed.events()).contains("PAYMENT_LINK_VOID");
  }

  @Test
  void whatItsSourceSaysIsPaidVoidsItBeforeAnybodyLooks() {
    PaymentLink link = owed.open(first);
    hub.offer(
        "1-paid.xml", InvoiceFile.of("INV-1", "c1", Owed.DUE, "100.00").payable("0.00").bytes());
    TestHub.drain(hub.translate::next);

    assertThat(owed.opened(link).link().state()).isEqualTo(PaymentLinkState.VOID);
  }

  @Test
  void whatIsOpenAgainOpensItsLinkAgainUnderTheSameAddress() {
    PaymentLink link = owed.open(first);
    owed.left("INV-1", "c1", "0.00");
    assertThat(owed.kept(link).state()).isEqualTo(PaymentLinkState.VOID);
    owed.left("INV-1", "c1", "40.00");

    assertThat(owed.opened(link).link().state()).isEqualTo(PaymentLinkState.OPEN);
    assertThat(owed.opened(link).link().amount()).isEqualTo(eur("40.00"));
    assertThat(owed.open(first).url()).isEqualTo(link.url());
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void afterItsLastDayNobodyPaysThereAndTheSameInvoicesGetANewOne() {
    PaymentLink link = owed.open(first);
    hub.day.begin("acme", TODAY.plusDays(90));
    assertThat(owed.visit(link)).isInstanceOf(Visit.Open.class);
    hub.day.begin("acme", TODAY.plusDays(91));

    assertThat(owed.visit(link)).isInstanceOf(Visit.Expired.class);
    assertThat(owed.kept(link).state()).isEqualTo(PaymentLinkState.EXPIRED);
    PaymentLink next = owed.open(TODAY.plusDays(91), first);
    assertThat(next.url()).isNotEqualTo(link.url());
    assertThat(owed.visit(link)).isInstanceOf(Visit.Expired.class);
    assertThat(owed.visit(next)).isInstanceOf(Visit.Open.class);
  }

  @Test
  void whatIsSettledShowsNothingEitherAfterItsLastDay() {
    UUID later = owed.invoice("INV-3", "c1");
    PaymentLink link = owed.open(first);
    PaymentLink paid = owed.open(second);
    owed.checkout("shop", "50.00", second);
    hub.sql("update checkout set state = 'PAID'");
    owed.left("INV-1", "c1", "0.00");
    owed.transferred("INV-2", "c1", "50.00");
    assertThat(owed.kept(link).state()).isEqualTo(PaymentLinkState.VOID);
    assertThat(owed.kept(paid).state()).isEqualTo(PaymentLinkState.PAID);
    hub.day.begin("acme", TODAY.plusDays(91));

    assertThat(owed.openOf(later)).as("what came later").isEqualTo(eur("100.00"));
    assertThat(owed.visit(link)).isInstanceOf(Visit.Expired.class);
    assertThat(owed.visit(paid)).isInstanceOf(Visit.Expired.class);
  }

  @Test
  void whoLooksWaitsForNobodyWhoHoldsTheLinkAndSeesItAsItWillBe() {
    PaymentLink link = owed.open(first);
    owed.left("INV-1", "c1", "0.00");
    hub.sql("update payment_link set state = 'OPEN'");
    Visit seen =
        hub.stores
            .transactions()
            .in(
                () -> {
                  assertThat(hub.stores.pay().links().lock("acme", UUID.fromString(link.id())))
                      .isPresent();
                  return CompletableFuture.supplyAsync(() -> owed.visit(link))
                      .orTimeout(20, TimeUnit.SECONDS)
                      .join();
                });

    assertThat(seen)
        .isInstanceOfSatisfying(
            Visit.Open.class,
            open -> assertThat(open.link().state()).isEqualTo(PaymentLinkState.VOID));
    assertThat(owed.kept(link).state()).isEqualTo(PaymentLinkState.OPEN);
    assertThat(owed.opened(link).link().state()).isEqualTo(PaymentLinkState.VOID);
    assertThat(owed.kept(link).state()).as("once nobody holds it").isEqualTo(PaymentLinkState.VOID);
  }

  @Test
  void theDaysAreTheCompanysOwn() {
    hub.stores
        .transactions()
        .run(() -> hub.stores.pay().rules().put("acme", new Paying(true, 5, false)));

    assertThat(owed.open(first).expiresAt()).isEqualTo(Instant.parse("2026-11-29T23:00:00Z"));
  }

  @Test
  void withoutAValueOfTheBusinessDateTheDayIsTheOneInTheCompanysZone() {
    PaymentLink link = owed.open(first);
    hub.sql("update company set business_date = null");
    String token = Owed.token(link);

    assertThat(owed.links.visit(token, Instant.parse("2027-02-22T22:59:59Z")))
        .isInstanceOf(Visit.Open.class);
    assertThat(owed.links.visit(token, Instant.parse("2027-02-22T23:00:00Z")))
        .isInstanceOf(Visit.Expired.class);
  }

  @Test
  void whatAPersonEndsIsGoneWhateverIsOpenAndNothingOpensItAgain() {
    PaymentLink link = owed.open(first);
    owed.links.end("acme", UUID.fromString(link.id()), "anna");

    assertThat(owed.visit(link)).isEqualTo(new Visit.Gone());
    assertThat(owed.kept(link).state()).isEqualTo(PaymentLinkState.VOID);
    PaymentLink next = owed.open(first);
    assertThat(next.id()).isNotEqualTo(link.id());
    assertThat(owed.visit(link)).isEqualTo(new Visit.Gone());
    NoLink twice =
        catchThrowableOfType(
            NoLink.class, () -> owed.links.end("acme", UUID.fromString(link.id()), "anna"));
    assertThat(twice.reason()).isEqualTo(Reason.ENDED);
  }

  @Test
  void aRevokedAddressOpensNothingAndTheLinkHasAnother() {
    PaymentLink link = owed.open(first);
    UUID other = owed.invoice("INV-3", "c2");
    PaymentLink others = owed.open(other);
    assertThat(owed.links.revoke("acme", owed.customer(first), "anna")).isEqualTo(1);

    assertThat(owed.visit(link)).isEqualTo(new Visit.Gone());
    PaymentLink anew = owed.open(first);
    assertThat(anew.id()).isEqualTo(link.id());
    assertThat(anew.url()).isNotEqualTo(link.url());
    assertThat(owed.visit(anew)).isInstanceOf(Visit.Open.class);
    assertThat(owed.visit(others)).as("another customer's").isInstanceOf(Visit.Open.class);
    assertThat(owed.events()).contains("PAYMENT_LINKS_REVOKED");
  }

  @Test
  void aTokenOfALinkThatIsNotThereOpensNothing() {
    PayerTokens tokens = new PayerTokens(hub.stores.signatures());
    PaymentLink link = owed.open(first);

    assertThat(owed.links.visit(tokens.of("acme", UUID.randomUUID(), 1), Owed.NOW))
        .isEqualTo(new Visit.Gone());
    assertThat(owed.links.visit(tokens.of("acme", UUID.fromString(link.id()), 2), Owed.NOW))
        .isEqualTo(new Visit.Gone());
  }

  @Test
  void aLinkShowsTheCustomerWhoseItIsAndNobodyElse() {
    UUID other = owed.invoice("INV-3", "c2");
    PaymentLink link = owed.open(first);
    PaymentLink others = owed.open(other);

    assertThat(owed.opened(link).customerId()).isEqualTo(owed.customer(first));
    assertThat(owed.opened(link).link().invoiceIds()).containsExactly(first.toString());
    assertThat(owed.opened(others).customerId()).isEqualTo(owed.customer(other));
  }

  @Test
  void theJournalNeverTellsTheAddress() {
    PaymentLink link = owed.open(first);

    assertThat(
            hub.jdbc()
                .sql("select coalesce(before::text, '') || coalesce(after::text, '') from journal")
                .query(String.class)
                .list())
        .noneMatch(each -> each.contains(Owed.token(link)));
    assertThat(hub.stores.journal().newest("acme", 100))
        .noneMatch(each -> String.valueOf(each.after()).contains(Owed.token(link)));
  }

  private long count() {
    return hub.jdbc().sql("select count(*) from payment_link").query(Long.class).single();
  }

  private Reason refused(UUID... invoices) {
    return catchThrowableOfType(
            NoLink.class,
            () ->
                hub.stores
                    .transactions()
                    .in(
                        () ->
                            owed.links.open(
                                owed.profile(), owed.customer(first), Set.of(invoices), TODAY)))
        .reason();
  }
}
