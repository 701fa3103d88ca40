package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.TODAY;
import static org.dunlin.work.pay.Owed.eur;

import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Mandate;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.core.model.MandateState;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.work.TestHub;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a provider tells of in an order of its own, and what of it is not the company's. */
class ProviderRecordsTest {
  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final Owed owed = new Owed(hub);
  private final ProgramPages provider =
      new ProgramPages(hub, "acme", "psp", Told.LEDGERLY_TAKES_PAYMENTS);

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void whatIsGivenBackInPartOfAPaymentThatIsReadLaterOpensSoMuchOfItsInvoiceThen() {
    UUID invoice = owed.invoice("INV-1", "c1");
    UUID attempt = owed.checkout("psp", "100.00", invoice);
    say(Told.LEDGERLY.wentBack("re_1", "tr_1", "30.00"));
    say(Told.LEDGERLY.wentBack("re_2", "tr_1", "20.00"));
    hub.settle();
    assertThat(left("re_1")).as("it fits nothing yet").isEqualTo(eur("30.00"));
    assertThat(owed.openOf(invoice)).isEqualTo(eur("100.00"));

    say(Told.LEDGERLY.came("tr_1", attempt, "100.00"));
    hub.settle();
    assertThat(owed.openOf(invoice)).isEqualTo(eur("50.00"));
    assertThat(left("re_1").isZero()).isTrue();
    assertThat(left("re_2").isZero()).isTrue();
    assertThat(left("tr_1").isZero()).isTrue();
    hub.settle();
    assertThat(owed.openOf(invoice)).as("counted once").isEqualTo(eur("50.00"));
  }

  @Test
  void aMandateThatTheProviderDebitsByIsNotTakenAndTheProblemSaysWhy() {
    Mandate told =
        new Mandate(
            "MD01",
            "CU01",
            "GC-REF-1",
            MandateScheme.CORE,
            null,
            null,
            null,
            TODAY,
            MandateState.ACTIVE,
            null);
    CanonicalRecord beside =
        Told.LEDGERLY.moved(
            "tr_1", PaymentKind.TRANSFER, Direction.IN, TODAY, "100.00", null, null);
    provider.bring(Said.of("payments", "tr_1", told, beside));

    assertThat(all("select code || ' ' || position from problem"))
        .containsExactly("PROVIDERS_MANDATE mandate GC-REF-1");
    assertThat(all("select message from problem").getFirst())
        .contains("for the provider to debit by", "a file of mandates");
    assertThat(all("select reference from mandate")).isEmpty();
    assertThat(left("tr_1")).as("what came beside it is taken").isEqualTo(eur("100.00"));
  }

  private List<String> all(String query) {
    return hub.jdbc().sql(query).query(String.class).list();
  }

  private Money left(String id) {
    UUID payment =
        hub.jdbc()
            .sql("select payment_id from payment where record -> 'source' ->> 'id' = :id")
            .param("id", id)
            .query(UUID.class)
            .single();
    return hub.stores.payments().find("acme", payment).orElseThrow().unallocated();
  }

  private void say(Payment told) {
    provider.bring(Said.of("payments", told.id(), told));
  }
}
