package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.booked;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.invoice;
import static org.dunlin.work.ProgramRecords.voided;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Problem;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Freshness;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.TestHub;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.pay.PayAddress;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.source.MissingAtSource;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invariant 4 with programs: nobody is reminded of what its source may know better. */
class SourceHoldsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ProgramPages program = new ProgramPages(hub, "ledgerly");
  private final Map<String, Instant> read = new HashMap<>(Map.of("ledgerly", NOW));
  private final SourceHolds sources =
      new SourceHolds(
          hub.stores, freshness(), Duration.ofHours(24), Clock.fixed(NOW, ZoneOffset.UTC));
  private final DunCompany dun =
      new DunCompany(
          hub.stores,
          Checkpoint.NONE,
          TestHub.BREAKER_FLOOR,
          Duration.ZERO,
          TestHub.ATTACHED_BYTES,
          sources,
          new PaymentLinks(hub.stores, PayAddress.NONE));
  private final DeliverEffect deliver =
      new DeliverEffect(hub.stores, hub.outlet, Checkpoint.NONE, Abilities.NONE, sources);

  private Freshness freshness() {
    return new Freshness() {
      @Override
      public Map<String, Instant> lastRead(String companyId) {
        return read;
      }

      @Override
      public boolean bringsInvoices(String companyId, String connectionId, String stream) {
        return stream.equals("invoices");
      }
    };
  }

  @BeforeEach
  void anInvoiceIsOverdue() {
    program.bring(
        Said.of("customers", "C1", customer("C1", "Bakkerij Jansen", null)),
        Said.of("invoices", "I1", asInvoice()));
    Reminded.covered(hub, TestHub.TODAY.minusDays(1));
    hub.settle();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatWasReadWithinADayIsReminded() {
    read.put("ledgerly", NOW.minus(Duration.ofHours(23)));
    decide();
    assertThat(Reminded.emails(hub, EffectState.PENDING)).hasSize(1);
  }

  @Test
  void whatWasNotReadForLongerIsNot() {
    read.put("ledgerly", NOW.minus(Duration.ofHours(25)));
    decide();
    assertThat(Reminded.emails(hub)).isEmpty();
    assertThat(Reminded.heldBy(hub)).contains("STALE_SOURCE");
  }

  @Test
  void whatCameByAConnectionThatWasRemovedIsNot() {
    read.clear();
    hub.stores.connections().remove("acme", "ledgerly");
    decide();
    assertThat(Reminded.emails(hub)).isEmpty();
    assertThat(Reminded.heldBy(hub)).contains("STALE_SOURCE");
  }

  @Test
  void whatItsProgramSaysOtherwiseAndCouldNotBeTakenIsNotRemindedUntilItCan() {
    Problem unread = new Problem("page", "invoices I1", "MAPPING_FAILED", "It cannot be mapped.");
    program.bring(Said.of("invoices", "I1", unread).at("2026-11-24T08:00:00Z"));
    decide();
    assertThat(Reminded.emails(hub)).isEmpty();
    assertThat(Reminded.heldBy(hub)).contains("STALE_SOURCE");
    program.bring(Said.of("invoices", "I1", asInvoice()).at("2026-11-23T08:00:00Z"));
    decide();
    assertThat(Reminded.emails(hub)).as("an earlier state says nothing of it").isEmpty();
    program.bring(Said.of("invoices", "I1", asInvoice()).at("2026-11-24T08:00:00Z"));
    decide();

    assertThat(Reminded.emails(hub, EffectState.PENDING)).hasSize(1);
  }

  @Test
  void whatWasRefusedOfACustomerHoldsNoInvoiceOfTheSameKey() {
    Problem unread = new Problem("page", "customers I1", "MAPPING_FAILED", "It cannot be mapped.");
    program.bring(Said.of("customers", "I1", unread));
    decide();

    assertThat(Reminded.emails(hub, EffectState.PENDING)).hasSize(1);
  }

  @Test
  void anotherProgramThatIsNotReadHoldsNothingOfThisOne() {
    read.put("other", Instant.EPOCH);
    decide();
    assertThat(Reminded.emails(hub, EffectState.PENDING)).hasSize(1);
  }

  @Test
  void whatAReadingDidNotBringIsNotRemindedUntilItIsThereAgain() {
    MissingAtSource missing = new MissingAtSource(hub.stores);
    hub.stores.transactions().run(() -> missing.missed("acme", "ledgerly", List.of("I1", "X")));
    decide();
    assertThat(Reminded.heldBy(hub)).contains("MISSING_AT_SOURCE");
    program.bring(Said.of("invoices", "I1", asInvoice()));
    decide();

    assertThat(Reminded.emails(hub, EffectState.PENDING)).hasSize(1);
  }

  @Test
  void aReminderOfAnInvoiceThatIsVoidMeanwhileIsWithdrawn() {
    decide();
    program.bring(Said.of("invoices", "I1", voided(asInvoice())));
    decide();

    assertThat(Reminded.emails(hub, EffectState.PENDING)).isEmpty();
    assertThat(Reminded.emails(hub, EffectState.CANCELLED)).hasSize(1);
  }

  @Test
  void whatTheProgramBookedAndDidNotApplyCouldSettleIt() {
    program.bring(Said.of("payments", "P1", booked("P1", TestHub.TODAY.minusDays(2), "100.00")));
    decide();

    assertThat(Reminded.emails(hub)).isEmpty();
    assertThat(Reminded.heldBy(hub)).contains("PLAUSIBLE_PAYMENT");
  }

  /** A message that waited, behind a stop or an outage, while the program was out of reach. */
  @Test
  void whatCouldNotBeReadSinceTheDecisionDoesNotLeaveUntilItIsReadAgain() {
    decide();
    read.put("ledgerly", NOW.minus(Duration.ofHours(25)));
    deliver.next();
    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(Reminded.emails(hub, EffectState.PENDING))
        .extracting(Effect::reason)
        .containsExactly("The program of an invoice that the message names was not read lately.");

    read.put("ledgerly", NOW);
    hub.afterTheWait();
    deliver.next();
    assertThat(hub.outlet.emails()).hasSize(1);
  }

  @Test
  void whatIsConnectedNoMoreSinceTheDecisionDoesNotLeave() {
    decide();
    read.clear();
    hub.stores.connections().remove("acme", "ledgerly");
    deliver.next();

    assertThat(hub.outlet.emails()).isEmpty();
  }

  private void decide() {
    hub.settle();
    hub.stores.companies().addWorkDue("acme", WorkDue.DUN);
    dun.next();
  }

  private static Invoice asInvoice() {
    return invoice("I1", "INV-42", "C1", Reminded.OVERDUE, "100.00", "100.00");
  }
}
