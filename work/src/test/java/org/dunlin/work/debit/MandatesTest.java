package org.dunlin.work.debit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.core.model.MandateState;
import org.dunlin.store.debit.KeptMandate;
import org.dunlin.work.TestHub;
import org.dunlin.work.debit.ImportMandates.Imported;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mandates: signed with proof, entered, imported, amended, ended, lapsed. */
class MandatesTest {
  private final Debited world = new Debited(DunningMode.LIVE);

  @BeforeEach
  void owing() {
    world.invoice("INV-1", "c1", Debited.DUE, "100.00");
    world.invoice("INV-2", "c2", Debited.DUE, "60.50");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private SignedMandate signed(String iban) {
    return new SignedMandate(
        MandateScheme.CORE,
        iban,
        null,
        "J. Jansen",
        Instant.parse("2026-11-24T08:30:00Z"),
        "203.0.113.7",
        "By signing this mandate form …",
        "1",
        Language.EN);
  }

  private KeptMandate kept(UUID id) {
    return world.hub.stores.debits().mandates().find("acme", id).orElseThrow();
  }

  private static void refuses(Runnable act, Refusal why) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            NotTaken.class, refused -> assertThat(refused.refusal()).isEqualTo(why));
  }

  @Test
  void whatACustomerSignsIsKeptWithItsProof() {
    UUID id = world.mandates.sign("acme", world.customer("c1"), signed("nl91 abna 0417 1643 00"));

    KeptMandate kept = kept(id);
    assertThat(kept.mandate().state()).isEqualTo(MandateState.ACTIVE);
    assertThat(kept.mandate().iban()).isEqualTo(Debited.IBAN);
    assertThat(kept.mandate().signedOn()).isEqualTo(TestHub.TODAY);
    assertThat(kept.proof())
        .isEqualTo(
            new KeptMandate.Proof(
                Instant.parse("2026-11-24T08:30:00Z"),
                "203.0.113.7",
                "By signing this mandate form …",
                "1",
                "en"));
    assertThat(
            world
                .hub
                .jdbc()
                .sql("select to_jsonb(m)::text from mandate m")
                .query(String.class)
                .single())
        .doesNotContain(Debited.IBAN, "Jansen", "203.0.113.7");
  }

  @Test
  void signedTwiceItIsOneAndAnotherAccountTakesItsPlace() {
    UUID first = world.mandates.sign("acme", world.customer("c1"), signed(Debited.IBAN));
    assertThat(world.mandates.sign("acme", world.customer("c1"), signed(Debited.IBAN)))
        .isEqualTo(first);
    UUID second =
        world.mandates.sign("acme", world.customer("c1"), signed("DE89370400440532013000"));
    assertThat(kept(first).mandate().state()).isEqualTo(MandateState.REVOKED);
    assertThat(kept(second).mandate().state()).isEqualTo(MandateState.ACTIVE);
  }

  @Test
  void whatCannotBeDebitedIsRefusedWithTheReason() {
    UUID customer = world.customer("c1");
    refuses(
        () -> world.mandates.sign("acme", customer, signed("NL92ABNA0417164300")),
        Refusal.WRONG_IBAN);
    refuses(
        () -> world.mandates.sign("acme", customer, signed("SA0380000000608010167519")),
        Refusal.NOT_IN_SEPA);
    refuses(
        () -> world.mandates.sign("acme", UUID.randomUUID(), signed(Debited.IBAN)),
        Refusal.NO_CUSTOMER);
    world.mandate("c1", "M-1");
    refuses(() -> world.mandate("c2", "M-1"), Refusal.TAKEN);
    refuses(() -> world.mandate("c2", "//"), Refusal.WRONG_REFERENCE);
  }

  @Test
  void b2bIsForBusinessesAlone() {
    refuses(
        () ->
            world.mandates.enter(
                "acme",
                new Mandates.Entered(
                    world.customer("c1"),
                    "B-1",
                    MandateScheme.B2B,
                    Debited.IBAN,
                    null,
                    "C1",
                    TestHub.TODAY,
                    false,
                    null,
                    null),
                "anna"),
        Refusal.NOT_A_BUSINESS);
  }

  @Test
  void anAmendmentIsToldToTheBankWithTheNextDebitAndOnlyOnce() {
    UUID id = world.mandate("c1", "OLD-1");
    world.mandates.amend("acme", id, "NEW-1", "DE89370400440532013000", null, "C1", "anna");
    world.until(LocalDate.of(2026, 12, 3));
    world.approve();
    assertThat(world.put.values().iterator().next())
        .contains("<AmdmntInd>true</AmdmntInd>", "<OrgnlMndtId>OLD-1</OrgnlMndtId>", "SMNDA");
    assertThat(kept(id).told()).isEqualTo(1);
    assertThat(kept(id).collected()).isEqualTo(1);
  }

  @Test
  void nothingIsCollectedByARevokedOne() {
    UUID id = world.mandate("c1");
    world.day();
    world.mandates.revoke("acme", id, "the customer wrote", "anna");
    world.until(LocalDate.of(2026, 12, 3));
    assertThat(world.debit("INV-1").reason()).isEqualTo("NO_MANDATE");
    refuses(() -> world.mandates.revoke("acme", id, null, "anna"), Refusal.ENDED);
  }

  @Test
  void oneThatWasNotUsedForThirtySixMonthsLapses() {
    UUID id = world.mandate("c1");
    world.hub.sql("update mandate set signed_on = date '2023-11-25'");
    world.until(TestHub.TODAY);
    assertThat(kept(id).mandate().state()).isEqualTo(MandateState.ACTIVE);
    world.until(TestHub.TODAY.plusDays(2));
    assertThat(kept(id).mandate().state()).isEqualTo(MandateState.LAPSED);
  }

  @Test
  void aFileIsTriedDryAndSaysWhatIsWrongByLine() {
    String file =
        """
        customer;reference;scheme;iban;holder;signed;last
        c1;R-1;CORE;NL91 ABNA 0417 1643 00;C One;2025-05-01;2026-06-01
        c2;R-2;CORE;NL92ABNA0417164300;C Two;2025-05-01;
        c9;R-3;CORE;NL91ABNA0417164300;C Nine;2025-05-01;
        c2;R-1;CORE;NL91ABNA0417164300;C Two;2025-05-01;
        c2;R-4;SEPA;NL91ABNA0417164300;C Two;2025-05-01;
        c2;R-5;CORE;NL91ABNA0417164300;C Two;01-05-2025;
        """;
    ImportMandates imports = new ImportMandates(world.hub.stores);
    Imported dry = imports.take("acme", file.getBytes(StandardCharsets.UTF_8), true, "anna");
    assertThat(dry.added()).isEqualTo(1);
    assertThat(dry.faults())
        .extracting(ImportMandates.Fault::line, ImportMandates.Fault::column)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3, "iban"),
            org.assertj.core.groups.Tuple.tuple(4, "customer"),
            org.assertj.core.groups.Tuple.tuple(5, "reference"),
            org.assertj.core.groups.Tuple.tuple(6, "scheme"),
            org.assertj.core.groups.Tuple.tuple(7, "signed"));
    assertThat(world.hub.stores.debits().mandates().inForce("acme")).isEmpty();

    assertThat(imports.take("acme", file.getBytes(StandardCharsets.UTF_8), false, "anna").added())
        .isEqualTo(1);
    assertThat(world.hub.stores.debits().mandates().inForce("acme")).hasSize(1);
    assertThat(imports.take("acme", file.getBytes(StandardCharsets.UTF_8), false, "anna").there())
        .isEqualTo(1);
  }
}
