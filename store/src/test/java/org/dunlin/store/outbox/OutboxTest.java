package org.dunlin.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dunlin.store.Ids;
import org.dunlin.store.Rows;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.store.lease.LeaseLost;
import org.dunlin.store.outbox.Outbox.WriteBacksToo;
import org.dunlin.store.program.Access;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Effects leave one after the other within their key, each under one lease at a time. */
class OutboxTest {
  private final Rows rows = new Rows();
  private final Outbox outbox = rows.stores.outbox();

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void onlyTheOldestOfAKeyMayBeClaimed() {
    UUID first = rows.email("acme", "a");
    UUID second = rows.email("acme", "a");
    UUID other = rows.email("acme", "b");
    ClaimedEffect oldest = claim();

    assertThat(oldest.effect().id()).isEqualTo(first);
    assertThat(claim().effect().id()).isEqualTo(other);
    assertThat(outbox.claim()).as("the second waits for the first").isEmpty();
    outbox.ended(oldest, EffectState.SENT, null);
    assertThat(claim().effect().id()).isEqualTo(second);
  }

  @Test
  void oneThatWaitsToBeTriedAgainKeepsItsPlace() {
    UUID first = rows.email("acme", "a");
    rows.email("acme", "a");
    outbox.later(claim(), Duration.ofHours(1), "not now");
    assertThat(outbox.claim()).isEmpty();
    rows.jdbc().sql("update effect set not_before = now()").update();

    assertThat(claim().effect().id()).isEqualTo(first);
  }

  @Test
  void oneThatWaitsToBeTriedAgainIsTriedAtOnceWhenAPersonSaysSo() {
    UUID effect = rows.email("acme", "a");
    outbox.later(claim(), Duration.ofHours(1), "not now");
    assertThat(outbox.waitNoLonger("other", effect)).isFalse();
    assertThat(outbox.claim()).isEmpty();

    assertThat(outbox.waitNoLonger("acme", effect)).isTrue();
    ClaimedEffect claimed = claim();
    assertThat(claimed.effect().id()).isEqualTo(effect);
    assertThat(outbox.waitNoLonger("acme", effect)).as("it is at work").isFalse();
  }

  @Test
  void oneThatIsBeingSentHoldsUpItsKeyAndOneThatIsUnknownDoesNot() {
    rows.email("acme", "a");
    UUID second = rows.email("acme", "a");
    outbox.sending(claim());
    assertThat(outbox.claim()).isEmpty();
    rows.afterTheLease();
    assertThat(outbox.claim()).as("nobody knows yet that it is unknown").isEmpty();

    assertThat(outbox.abandoned()).hasSize(1);
    assertThat(claim().effect().id()).isEqualTo(second);
  }

  @Test
  void whatProgramsAreToldIsClaimedOnlyWhereThereIsAPlaceForIt() {
    rows.stores.connections().put(new Connection("acme", "books", "example", Map.of(), false));
    rows.stores.programs().linked().add("acme", "books", Access.AUTHORISED, "It was added.");
    UUID told = writeBack("books");
    UUID mail = rows.email("acme", "a");
    assertThat(outbox.claim(WriteBacksToo.NONE).orElseThrow().effect().id()).isEqualTo(mail);
    assertThat(outbox.claim(WriteBacksToo.NONE)).isEmpty();
    rows.jdbc().sql("update program_connection set silences = 1").update();
    assertThat(outbox.claim(WriteBacksToo.ANSWERING)).as("it was silent").isEmpty();
    rows.jdbc().sql("update program_connection set silences = 0").update();

    assertThat(outbox.claim(WriteBacksToo.ANSWERING).orElseThrow().effect().id()).isEqualTo(told);
  }

  private UUID writeBack(String connection) {
    UUID id = Ids.next();
    outbox.add(
        Effect.decided(
            "acme",
            id,
            connection,
            connection + "/1",
            EffectKind.WRITE_BACK,
            null,
            "{}",
            EffectState.PENDING,
            Rows.DAY));
    return id;
  }

  @Test
  void theKeysOfTwoCompaniesAreTwoKeys() {
    rows.company("other");
    rows.email("acme", "a");
    rows.email("other", "a");

    assertThat(List.of(claim(), claim()))
        .extracting(claimed -> claimed.effect().companyId())
        .containsExactly("acme", "other");
  }

  @Test
  void whatAProcessLeftClaimedIsClaimedAgainAndWhatItLeftSendingIsUnknown() {
    UUID claimed = rows.email("acme", "a");
    claim();
    UUID sending = rows.email("acme", "b");
    outbox.sending(claim());
    assertThat(outbox.abandoned()).as("while the lease lasts").isEmpty();
    rows.afterTheLease();

    assertThat(outbox.abandoned()).extracting(Effect::id).containsExactly(sending);
    assertThat(claim().effect().id()).isEqualTo(claimed);
    assertThat(outbox.find("acme", sending).orElseThrow().reason()).contains("may or may not");
  }

  @Test
  void aLateResultIsRefusedWhateverItIs() {
    rows.email("acme", "a");
    ClaimedEffect late = claim();
    rows.afterTheLease();
    Stores other = rows.anotherProcess();
    ClaimedEffect now = other.outbox().claim().orElseThrow();

    assertLost(() -> outbox.sending(late));
    assertLost(() -> outbox.ended(late, EffectState.SENT, null));
    assertLost(() -> outbox.later(late, Duration.ZERO, "late"));
    assertLost(() -> outbox.notYet(late, Duration.ZERO, "late"));
    other.outbox().sending(now);
    assertLost(() -> outbox.ended(late, EffectState.FAILED, "late"));
    other.outbox().ended(now, EffectState.SENT, null);
    assertLost(() -> other.outbox().ended(now, EffectState.UNKNOWN, "again"));
  }

  @Test
  void whatWasSentBeforeItsProcessWasThoughtDeadStaysUnknown() {
    rows.email("acme", "a");
    ClaimedEffect slow = claim();
    outbox.sending(slow);
    rows.afterTheLease();
    outbox.abandoned();

    assertLost(() -> outbox.ended(slow, EffectState.SENT, null));
    assertThat(outbox.in("acme", EffectState.UNKNOWN, 10)).hasSize(1);
  }

  @Test
  void theHeartbeatRenewsNothingThatHasEnded() {
    rows.email("acme", "a");
    outbox.ended(claim(), EffectState.SENT, null);

    assertThat(
            rows.jdbc()
                .sql("select count(*) from effect where lease_until > now()")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aPersonChangesOnlyWhatIsInTheStateThatTheySaw() {
    UUID id = rows.email("acme", "a");

    assertThat(outbox.change("acme", id, EffectState.UNKNOWN, EffectState.SENT, "x")).isFalse();
    assertThat(outbox.change("other", id, EffectState.PENDING, EffectState.SENT, "x")).isFalse();
    assertThat(outbox.change("acme", id, EffectState.PENDING, EffectState.CANCELLED, "x")).isTrue();
    assertThat(outbox.find("acme", id).orElseThrow().finishedAt()).isNotNull();
  }

  @Test
  void manyWorkersAtOnceClaimEachEffectOnceAndNeverTwoOfAKey() throws Exception {
    for (int i = 0; i < 40; i++) {
      rows.email("acme", "key" + i % 8);
    }
    for (int round = 0; round < 5; round++) {
      List<ClaimedEffect> claimed = claimedByFourAtOnce();
      assertThat(claimed).hasSize(8);
      Set<String> keys = new HashSet<>();
      claimed.forEach(each -> keys.add(each.effect().orderingKey()));
      assertThat(keys).as("one of each key").hasSize(8);
      claimed.forEach(each -> outbox.ended(each, EffectState.SENT, null));
    }
    assertThat(outbox.claim()).isEmpty();
    assertThat(outbox.in("acme", EffectState.SENT, 100)).hasSize(40);
  }

  @Test
  void anEventIsClaimedApartFromAllElse() {
    UUID mail = rows.email("acme", "a");
    waiting(1);

    assertThat(claim().effect().id()).isEqualTo(mail);
    assertThat(outbox.claim()).isEmpty();
    assertThat(outbox.claimEvent(false).orElseThrow().effect().kind()).isEqualTo(EffectKind.EVENT);
    assertThat(outbox.claimEvent(true)).isEmpty();
  }

  @Test
  void whereManyWaitEachClaimGoesByAnIndexOfItsOwn() {
    waiting(100_000);
    rows.jdbc().sql("analyze effect").update();

    assertThat(plan(Outbox.EVENT, "silent", false)).contains("effect_event_claim");
    assertThat(plan(Outbox.NO_EVENT, "too", "ALL")).contains("effect_claim");
    assertThat(outbox.claim()).isEmpty();
    assertThat(outbox.claimEvent(false)).isPresent();
  }

  private String plan(String claim, String name, Object value) {
    return String.join(
        "\n",
        rows.jdbc()
            .sql("explain " + claim)
            .param("owner", "me")
            .param("seconds", 60.0)
            .param(name, value)
            .query(String.class)
            .list());
  }

  private void waiting(int events) {
    rows.jdbc()
        .sql(
            """
            insert into effect (company_id, effect_id, connection_id, ordering_key, kind, delivery_kind,
                                payload, state, not_before, business_date, decided_at)
            select 'acme', gen_random_uuid(), 'events', 'event|' || gen_random_uuid() || '|' || n % 1000,
                   'EVENT', 'KEYED', '{}', 'PENDING', now(), '2026-11-24', now()
              from generate_series(1, :events) n
            """)
        .param("events", events)
        .update();
  }

  private List<ClaimedEffect> claimedByFourAtOnce() throws Exception {
    Callable<List<ClaimedEffect>> worker =
        () ->
            Stream.generate(outbox::claim)
                .takeWhile(java.util.Optional::isPresent)
                .map(java.util.Optional::get)
                .toList();
    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      List<ClaimedEffect> all = new java.util.ArrayList<>();
      for (Future<List<ClaimedEffect>> each :
          workers.invokeAll(List.of(worker, worker, worker, worker))) {
        all.addAll(each.get());
      }
      return all;
    }
  }

  private ClaimedEffect claim() {
    return outbox.claim().orElseThrow();
  }

  private static void assertLost(Runnable work) {
    assertThatThrownBy(work::run).isInstanceOf(LeaseLost.class);
  }
}
