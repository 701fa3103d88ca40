package org.dunlin.work.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.booked;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.invoice;
import static org.dunlin.work.ProgramRecords.settles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.WriteBack;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.Reference;
import org.dunlin.work.TestHub;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.match.MatchCompany;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.person.UndoAllocation;
import org.dunlin.work.profile.ApplySettings;
import org.dunlin.work.profile.SaidCompany;
import org.dunlin.work.rollout.MailSender;
import org.dunlin.work.rollout.RollOut;
import org.dunlin.work.rollout.SwitchMode;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a program is told of what the hub found, and that it is known when it comes back. */
class WriteBackTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 10);
  private static final LocalDate PAID = LocalDate.of(2026, 11, 20);

  private Set<WriteBack> able = EnumSet.of(WriteBack.PAYMENT);
  private final Abilities abilities = program -> program.equals("ledgerly") ? able : Set.of();
  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ProgramPages program = new ProgramPages(hub, "acme", "books-1", abilities);
  private final MatchCompany match = new MatchCompany(hub.stores, Checkpoint.NONE, abilities);
  private final DeliverEffect deliver =
      new DeliverEffect(hub.stores, hub.outlet, Checkpoint.NONE, abilities);

  @AfterEach
  void close() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void anAllocationIsToldOnceWithTheProgramsOwnIds() throws Exception {
    paid();
    match.next();
    Effect effect = only(EffectState.PENDING);
    JsonNode payload = new JsonMapper().readTree(effect.payload());

    assertThat(effect.connectionId()).isEqualTo("books-1");
    assertThat(effect.orderingKey()).startsWith("books-1/");
    assertThat(payload.at("/effect/kind").asText()).isEqualTo("payment");
    assertThat(payload.at("/effect/id").asText()).isEqualTo(effect.id().toString());
    assertThat(payload.at("/effect/reference").asText()).matches("dunlin-[0-9a-f]{12}");
    assertThat(payload.at("/key").asText()).isEqualTo("I1");
    assertThat(payload.at("/invoice/id").asText()).isEqualTo("I1");
    assertThat(payload.at("/invoice/customerId").asText()).isEqualTo("C1");
    assertThat(payload.at("/customer/id").asText()).isEqualTo("C1");
    assertThat(payload.at("/payment/amount").asText()).isEqualTo("100.00");
    assertThat(payload.at("/allocation/invoiceId").asText()).isEqualTo("I1");
    assertThat(payload.at("/allocation/amount").asText()).isEqualTo("100.00");
    TestHub.drain(deliver::next);
    assertThat(hub.outlet.offered()).hasOnlyElementsOfType(Dispatch.WriteBack.class).hasSize(1);
  }

  @Test
  void whatItConfirmedIsKnownByItsIdHoweverFarTheDatesLieApart() {
    paid();
    match.next();
    Effect effect = only(EffectState.PENDING);
    TestHub.drain(deliver::next);
    hub.stores
        .transactions()
        .run(() -> hub.stores.writeBacks().confirmed("acme", effect.id(), "P9"));
    program.bring(
        Said.of(
            "payments",
            "P9",
            booked("P9", PAID.plusDays(40), "100.00"),
            settles("P9", "I1", "100.00")),
        left("200.00"));
    match.next();

    assertThat(decisions()).containsExactly(Decision.BOOKED);
    assertThat(told()).hasSize(1);
  }

  @Test
  void itIsKnownByTheReferenceBeforeTheAnswerIs() {
    paid();
    match.next();
    String reference = Reference.of(only(EffectState.PENDING).id());
    program.bring(
        new Said(
            "payments",
            "P9",
            null,
            List.of(
                booked("P9", PAID.plusDays(40), "100.00", null, "Dunlin " + reference, false),
                settles("P9", "I1", "100.00"))),
        left("200.00"));
    match.next();

    assertThat(decisions()).containsExactly(Decision.BOOKED);
  }

  @Test
  void whatTheProgramHasBookedMeanwhileItIsNotToldAnyMore() {
    paid();
    match.next();
    program.bring(
        Said.of("payments", "P1", booked("P1", PAID, "100.00"), settles("P1", "I1", "100.00")));
    match.next();
    TestHub.drain(deliver::next);

    assertThat(hub.outlet.offered()).isEmpty();
    assertThat(told(EffectState.CANCELLED)).hasSize(1);
  }

  @Test
  void whatABookkeeperBookedIsNeverTold() {
    program.bring(
        customers(),
        Said.of("payments", "P1", booked("P1", PAID, "100.00"), settles("P1", "I1", "100.00")),
        left("200.00"));
    bank();
    match.next();

    assertThat(decisions()).containsExactly(Decision.BOOKED);
    assertThat(told()).isEmpty();
  }

  @Test
  void aProgramThatCannotBeToldIsNot() {
    able = Set.of();
    paid();
    match.next();
    assertThat(decisions()).containsExactly(Decision.AUTOMATIC);
    assertThat(told()).isEmpty();
  }

  @Test
  void inShadowNothingLeavesAndGoingLiveTellsItOnce() {
    hub.decisions.switchTo("acme", DunningMode.SHADOW, "anna", "");
    paid();
    match.next();
    assertThat(told(EffectState.SHADOW)).hasSize(1);
    assertThat(told(EffectState.PENDING)).isEmpty();
    var decisions = new Decisions(hub.stores, abilities);
    decisions.switchTo("acme", DunningMode.LIVE, "anna", "");
    assertThat(told(EffectState.PENDING)).hasSize(1);
    TestHub.drain(deliver::next);
    decisions.switchTo("acme", DunningMode.SHADOW, "anna", "");
    decisions.switchTo("acme", DunningMode.LIVE, "anna", "");

    assertThat(told(EffectState.PENDING)).isEmpty();
    assertThat(told(EffectState.SENT)).hasSize(1);
  }

  @Test
  void goingLiveByTheSettingsFileTellsIt() {
    hub.decisions.switchTo("acme", DunningMode.SHADOW, "anna", "");
    paid();
    match.next();
    SaidCompany.Said live = new SaidCompany.Said("LIVE", "dunlin.yaml, line 7");
    SaidCompany company =
        new SaidCompany(
            "acme",
            Map.of(ProfileField.MODE, live),
            null,
            Map.of(),
            Map.of(),
            Set.of(),
            null,
            "its world is simulated");
    RollOut rollOut = new RollOut(hub.stores, new MailSender(""));
    new ApplySettings(
            hub.stores, new SwitchMode(hub.stores, new Decisions(hub.stores, abilities), rollOut))
        .apply(List.of(company));

    assertThat(told(EffectState.PENDING)).hasSize(1);
  }

  @Test
  void whatAPersonTakesBackBeforeItLeftIsNotToldAndNotAllocatedAgain() {
    paid();
    match.next();
    var line = hub.stores.allocations().of("acme").getFirst();
    assertThat(new UndoAllocation(hub.stores, abilities).undo("acme", line.id(), "anna")).isTrue();
    TestHub.drain(match::next);
    TestHub.drain(deliver::next);

    assertThat(hub.outlet.offered()).isEmpty();
    assertThat(decisions()).doesNotContain(Decision.AUTOMATIC);
    assertThat(new UndoAllocation(hub.stores, abilities).undo("acme", line.id(), "anna")).isFalse();
  }

  @Test
  void aStatusGoesAsFarAsTheProgramTakesIt() throws Exception {
    able = EnumSet.of(WriteBack.STATUS);
    paid();
    match.next();
    JsonNode payload = new JsonMapper().readTree(only(EffectState.PENDING).payload());

    assertThat(payload.at("/effect/kind").asText()).isEqualTo("status");
    assertThat(payload.at("/invoice/outstanding").asText()).isEqualTo("200.00");
  }

  private static Said customers() {
    return Said.of("customers", "C1", customer("C1", "Bakkerij Jansen", null));
  }

  private static Said left(String left) {
    return Said.of("invoices", "I1", invoice("I1", "INV-42", "C1", DUE, "300.00", left));
  }

  private void paid() {
    program.bring(customers(), left("300.00"));
    bank();
  }

  private void bank() {
    hub.offer(
        "bank",
        BankFile.day(
                TestHub.IBAN,
                PAID,
                Entry.in("R1", PAID, "100.00", "Bakkerij Jansen", "invoice INV-42"))
            .bytes());
    TestHub.drain(hub.translate::next);
  }

  private List<Decision> decisions() {
    return hub.stores.allocations().of("acme").stream()
        .map(line -> line.allocation().decision())
        .toList();
  }

  private List<Effect> told() {
    return Stream.of(EffectState.values()).flatMap(state -> told(state).stream()).toList();
  }

  private List<Effect> told(EffectState state) {
    return hub.effects(state).stream().filter(e -> e.kind() == EffectKind.WRITE_BACK).toList();
  }

  private Effect only(EffectState state) {
    assertThat(told(state)).hasSize(1);
    return told(state).getFirst();
  }
}
