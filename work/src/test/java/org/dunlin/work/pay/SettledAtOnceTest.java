package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.TODAY;
import static org.dunlin.work.pay.Owed.eur;

import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.PaymentLinkState;
import org.dunlin.work.TestHub;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was paid at a link settles its invoice as its money is written, before any matching. */
class SettledAtOnceTest {
  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final Owed owed = new Owed(hub);
  private final ProgramPages provider =
      new ProgramPages(hub, "acme", "psp", Told.ALL_TAKE_PAYMENTS);
  private UUID invoice;
  private PaymentLink link;
  private UUID checkout;

  @BeforeEach
  void anAttempt() {
    invoice = owed.invoice("INV-1", "c1");
    link = owed.open(invoice);
    checkout = owed.checkout("psp", "100.00", invoice);
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void nothingIsOpenAndItsLinkIsEndedBeforeAnythingIsMatched() {
    brings(PaymentKind.TRANSFER);
    assertThat(owed.openOf(invoice).isZero()).isTrue();
    assertThat(owed.kept(link).state()).isNotEqualTo(PaymentLinkState.OPEN);
    assertThat(hub.stores.pay().checkouts().find("acme", checkout).orElseThrow().paymentId())
        .isNotNull();
  }

  @Test
  void theMatchingThatFollowsChangesNothing() {
    brings(PaymentKind.TRANSFER);
    List<?> before = hub.stores.allocations().of("acme");
    hub.settle();
    assertThat(before).hasSize(1);
    assertThat(hub.stores.allocations().of("acme")).isEqualTo(before);
  }

  @Test
  void aDebitMayBeWhatTheCompanyCollectedAndIsLeftToTheMatching() {
    brings(PaymentKind.DIRECT_DEBIT);
    assertThat(owed.openOf(invoice)).isEqualTo(eur("100.00"));
    hub.settle();
    assertThat(owed.openOf(invoice).isZero()).isTrue();
  }

  private void brings(PaymentKind kind) {
    provider.bring(
        Said.of(
            "payments",
            "tr_1",
            Told.MOLLIE.moved(
                "tr_1", kind, Direction.IN, TODAY, "100.00", checkout.toString(), null)));
  }
}
