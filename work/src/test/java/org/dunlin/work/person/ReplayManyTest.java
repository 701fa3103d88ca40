package org.dunlin.work.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Ids;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.replay.Replay;
import org.dunlin.store.replay.ReplayChoice;
import org.dunlin.store.view.Deliveries;
import org.dunlin.store.view.RefusedEffects;
import org.dunlin.work.Payloads;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person has done again for many: in steps, each once, and nothing that may not be. */
class ReplayManyTest {
  private static final int MANY = 2 * ReplayMany.STEP + 50;

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final ReplayMany replays = new ReplayMany(hub.stores);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void allThatFailedForOneReasonAreReadAgainInStepsAndEachOnce() {
    quarantine(MANY);
    hub.sql("update delivery set reason_code = 'OTHER' where name in ('0.bin', '7.bin')");
    ReplayChoice choice = quarantined("UNKNOWN_FORMAT");
    assertThat(replays.count("acme", choice)).isEqualTo(MANY - 2);

    UUID id = replays.begin("acme", choice, "anna").orElseThrow();

    assertThat(found(id).done()).as("the first step is taken at once").isEqualTo(ReplayMany.STEP);
    assertThat(found(id).underWay()).isTrue();
    assertThat(names("NEW")).hasSize(ReplayMany.STEP).contains("1.bin").doesNotContain("0.bin");
    TestHub.drain(hub.translate::next);
    assertThat(names("NEW")).isEmpty();
    TestHub.drain(replays::next);

    assertThat(found(id).underWay()).isFalse();
    assertThat(found(id).done()).isEqualTo(MANY - 2);
    assertThat(found(id).leftOut()).isZero();
    assertThat(names("NEW"))
        .as("those of the first step failed again, and are not taken a second time")
        .hasSize(MANY - 2 - ReplayMany.STEP);
  }

  @Test
  void whatComesInAfterItBeganIsNotTaken() {
    quarantine(ReplayMany.STEP);
    UUID id = replays.begin("acme", quarantined(null), "anna").orElseThrow();
    hub.offer("later.bin", "later".getBytes(UTF_8));
    TestHub.drain(hub.translate::next);

    TestHub.drain(replays::next);

    assertThat(found(id).done()).isEqualTo(ReplayMany.STEP);
    assertThat(names("NEW")).isEmpty();
  }

  @Test
  void itWaitsWhileMuchWaitsToBeRead() {
    quarantine(MANY);
    ReplayMany patient = new ReplayMany(hub.stores, ReplayMany.STEP);
    UUID id = patient.begin("acme", quarantined(null), "anna").orElseThrow();

    assertThat(patient.next()).as("those of the first step wait to be read").isFalse();
    assertThat(found(id).done()).isEqualTo(ReplayMany.STEP);

    TestHub.drain(hub.translate::next);
    assertThat(patient.next()).isTrue();
    assertThat(found(id).done()).isEqualTo(2 * ReplayMany.STEP);
  }

  @Test
  void singleOnesAreChosenAndWhatCannotBeReadAgainIsLeftOut() {
    quarantine(3);
    List<Seen> all = hub.deliveries();
    hub.sql("update delivery set raw_gone_at = now(), raw_gone = 'Erased.' where name = '2.bin'");
    ReplayChoice choice =
        new ReplayChoice.OfDeliveries(
            List.of(all.get(0).id(), all.get(2).id(), UUID.randomUUID()),
            Deliveries.Wanted.all(Deliveries.Choice.QUARANTINED));

    UUID id = replays.begin("acme", choice, "anna").orElseThrow();

    assertThat(names("NEW")).containsExactly("0.bin");
    assertThat(found(id).total()).isEqualTo(3);
    assertThat(found(id).done()).isEqualTo(1);
    assertThat(found(id).leftOut()).isEqualTo(2);
    assertThat(found(id).underWay()).isFalse();
  }

  @Test
  void oneThatIsStoppedTakesNoFurtherStep() {
    quarantine(MANY);
    UUID id = replays.begin("acme", quarantined(null), "anna").orElseThrow();

    assertThat(replays.stop("acme", id, "bert")).isTrue();
    assertThat(replays.stop("acme", id, "bert")).isFalse();

    assertThat(replays.next()).isFalse();
    assertThat(names("NEW")).hasSize(ReplayMany.STEP);
    assertThat(found(id).stoppedBy()).isEqualTo("bert");
  }

  @Test
  void theJournalSaysWhoDidItHowManyThereWereAndWhatBecameOfThem() {
    quarantine(2);
    UUID id = replays.begin("acme", quarantined("UNKNOWN_FORMAT"), "anna").orElseThrow();

    List<Journal.Entry> told =
        hub.stores.journal().about("acme", "replay", id, null, 10).stream().toList();
    assertThat(told)
        .extracting(Journal.Entry::event)
        .containsExactlyInAnyOrder("REPLAY_BEGUN", "REPLAY_ENDED");
    assertThat(told).extracting(Journal.Entry::actor).containsOnly("anna");
    assertThat(told)
        .extracting(Journal.Entry::reason)
        .containsExactlyInAnyOrder(
            "2 of the inbox: QUARANTINED, UNKNOWN_FORMAT", "2 of 2 done, 0 left out");
    assertThat(
            hub.stores
                .journal()
                .about("acme", "delivery", hub.deliveries().getFirst().id(), null, 10))
        .extracting(Journal.Entry::event)
        .contains("DELIVERY_REPLAYED");
  }

  @Test
  void refusedEntriesThatMayBeSentTwiceAreSentAgainAndMessagesNever() {
    UUID file = refused(EffectKind.STATUS_FILE);
    UUID mail = refused(EffectKind.EMAIL);
    ReplayChoice all = new ReplayChoice.OfEffects(List.of(), RefusedEffects.Wanted.ALL);
    assertThat(replays.count("acme", all)).isEqualTo(1);

    UUID id =
        replays
            .begin(
                "acme",
                new ReplayChoice.OfEffects(List.of(file, mail), RefusedEffects.Wanted.ALL),
                "anna")
            .orElseThrow();

    assertThat(state(file)).isEqualTo(EffectState.PENDING);
    assertThat(state(mail)).isEqualTo(EffectState.FAILED);
    assertThat(found(id).leftOut()).isEqualTo(1);
    assertThat(replays.begin("acme", all, "anna")).as("none is left").isEmpty();
  }

  @Test
  void nothingOfAnotherCompanyIsTouched() {
    hub.company("other", DunningMode.SHADOW, null);
    hub.offer("other", "theirs.bin", "theirs".getBytes(UTF_8));
    quarantine(1);
    UUID theirs = hub.deliveries("other").getFirst().id();

    replays.begin(
        "acme",
        new ReplayChoice.OfDeliveries(
            List.of(theirs), Deliveries.Wanted.all(Deliveries.Choice.QUARANTINED)),
        "anna");
    UUID id = replays.begin("acme", quarantined(null), "anna").orElseThrow();

    assertThat(hub.deliveries("other").getFirst().state()).isEqualTo("QUARANTINED");
    assertThat(hub.stores.replays().find("other", id)).isEmpty();
    assertThat(replays.stop("other", id, "bert")).isFalse();
  }

  @Test
  void whatIsWellIsNotReadAgainAllAtOnce() {
    ReplayChoice choice =
        new ReplayChoice.OfDeliveries(List.of(), Deliveries.Wanted.all(Deliveries.Choice.APPLIED));
    assertThatThrownBy(() -> replays.begin("acme", choice, "anna"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void quarantine(int many) {
    IntStream.range(0, many)
        .forEach(i -> hub.offer(i + ".bin", ("what is this, number " + i).getBytes(UTF_8)));
    TestHub.drain(hub.translate::next);
    assertThat(names("QUARANTINED")).hasSize(many);
  }

  private static ReplayChoice quarantined(@Nullable String reason) {
    return new ReplayChoice.OfDeliveries(
        List.of(), new Deliveries.Wanted(Deliveries.Choice.QUARANTINED, null, reason, null));
  }

  private UUID refused(EffectKind kind) {
    UUID id = Ids.next();
    hub.stores
        .outbox()
        .add(
            Effect.decided(
                "acme",
                id,
                TestHub.CONNECTION,
                TestHub.CONNECTION + "/" + id,
                kind,
                null,
                Payloads.json(new Dispatch.StatusFile("/srv", id + ".jsonl", "{}\n")),
                EffectState.PENDING,
                TestHub.TODAY));
    hub.stores
        .outbox()
        .change("acme", id, EffectState.PENDING, EffectState.FAILED, "The disk is full.");
    return id;
  }

  private EffectState state(UUID effect) {
    return hub.stores.outbox().find("acme", effect).orElseThrow().state();
  }

  private Replay found(UUID id) {
    return hub.stores.replays().find("acme", id).orElseThrow();
  }

  private List<String> names(String state) {
    return hub.deliveries().stream()
        .filter(each -> each.state().equals(state))
        .map(Seen::name)
        .toList();
  }
}
