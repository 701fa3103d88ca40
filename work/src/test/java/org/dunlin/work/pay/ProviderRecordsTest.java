package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.TODAY;
import static org.dunlin.work.pay.Owed.eur;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Mandate;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.core.model.MandateState;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.WriteBack;
import org.dunlin.work.TestHub;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a provider tells of in an order of its own, and what of it is not the company's. */
class ProviderRecordsTest {
  private static final Abilities PROVIDER =
      new Abilities() {
        @Override
        public Set<WriteBack> told(String program) {
          return Set.of();
        }

        @Override
        public boolean takesPayments(String program) {
          return program.equals("ledgerly");
        }
      };

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final Owed owed = new Owed(hub);
  private final ProgramPages provider = new ProgramPages(hub, "acme", "psp", PROVIDER);

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void whatIsGivenBackInPartOfAPaymentThatIsReadLaterOpensSoMuchOfItsInvoiceThen() {
    UUID invoice = owed.invoice("INV-1", "c1");
    UUID attempt = owed.checkout("psp", "100.00", invoice);
    say("re_1", PaymentKind.RETURN, Direction.OUT, "30.00", null, "tr_1");
    say("re_2", PaymentKind.RETURN, Direction.OUT, "20.00", null, "tr_1");
    hub.settle();
    assertThat(left("re_1")).as("it fits nothing yet").isEqualTo(eur("30.00"));
    assertThat(owed.openOf(invoice)).isEqualTo(eur("100.00"));

    say("tr_1", PaymentKind.TRANSFER, Direction.IN, "100.00", attempt.toString(), null);
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
        money("tr_1", PaymentKind.TRANSFER, Direction.IN, "100.00", null, null);
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

  private void say(
      String id,
      PaymentKind kind,
      Direction direction,
      String amount,
      @Nullable String endToEndId,
      @Nullable String returnOf) {
    provider.bring(
        Said.of("payments", id, money(id, kind, direction, amount, endToEndId, returnOf)));
  }

  private static Payment money(
      String id,
      PaymentKind kind,
      Direction direction,
      String amount,
      @Nullable String endToEndId,
      @Nullable String returnOf) {
    return new Payment(
        id,
        kind,
        direction,
        TODAY,
        null,
        eur(amount),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        endToEndId,
        null,
        new AccountId(null, "pfl_1", "ledgerly"),
        returnOf,
        null);
  }
}
