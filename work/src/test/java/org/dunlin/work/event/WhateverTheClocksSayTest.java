package org.dunlin.work.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.event.EventKind;
import org.dunlin.store.Ids;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.journal.Noted;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The journal, and what programs are told by it, goes by the clock of the database. */
class WhateverTheClocksSayTest {
  private final ToldHub told = new ToldHub();

  @AfterEach
  void close() {
    told.close();
  }

  @Test
  void whatAMachineNotesWhoseClockIsAnHourBehindIsTold() {
    told.add(EventKind.PROMISE_MADE);
    note(Duration.ofHours(-1), "PROMISE_MADE");
    told.tell();

    assertThat(told.types()).containsExactly("promise.made");
  }

  @Test
  void whatAMachineNotesWhoseClockIsAheadIsToldAtOnceAndHoldsUpNothing() {
    told.add(EventKind.PROMISE_MADE, EventKind.PROMISE_KEPT);
    note(Duration.ofHours(1), "PROMISE_MADE");
    note(Duration.ZERO, "PROMISE_KEPT");
    told.tell();

    assertThat(told.types()).containsExactly("promise.made", "promise.kept");
  }

  @Test
  void rowsOfSeveralMachinesStandInTheOrderInWhichTheyWereWritten() {
    note(Duration.ofHours(1), "PROMISE_MADE", "PROMISE_KEPT");
    note(Duration.ofHours(-1), "DISPUTE_MADE", "DISPUTE_ACCEPTED");
    note(Duration.ZERO, "PROMISE_BROKEN");

    assertThat(told.hub.stores.journal().newest("acme", 10))
        .extracting(Journal.Entry::event)
        .containsExactly(
            "PROMISE_BROKEN", "DISPUTE_ACCEPTED", "DISPUTE_MADE", "PROMISE_KEPT", "PROMISE_MADE");
  }

  @Test
  void whatASealedRowSaysIsReadByTheIdThatItWasGiven() {
    told.invoice("2026-0042", "100.00");
    UUID customer =
        told.hub.jdbc().sql("select customer_id from customer").query(UUID.class).single();
    Happening said =
        Happening.to(
            "customer", customer, "NOTE_ADDED", "anna", TestHub.TODAY, "She calls tomorrow.");
    told.hub
        .stores
        .transactions()
        .run(
            () ->
                told.hub
                    .stores
                    .journal()
                    .append("acme", List.of(new Noted(id(Duration.ofHours(-1)), said, customer))));

    Journal.Entry entry = told.hub.stores.journal().newest("acme", 1).getFirst();
    assertThat(entry.reason()).isEqualTo("She calls tomorrow.");
    assertThat(Ids.madeAt(entry.id())).isAfter(Instant.now().minus(Duration.ofMinutes(5)));
  }

  @Test
  void aProgramThatIsAddedOnSuchAMachineIsToldFromThenOn() {
    ChangeEndpoints.Made made = told.add(EventKind.PROMISE_MADE);
    assertThat(Ids.madeAt(told.endpoint(made).toldTo()))
        .isBeforeOrEqualTo(told.hub.stores.events().news().now());
  }

  /** Notes these on a machine whose clock differs by so much, in one transaction. */
  private void note(Duration ahead, String... events) {
    List<Noted> noted =
        List.of(events).stream()
            .map(
                event ->
                    new Noted(
                        id(ahead),
                        Happening.to("promise", UUID.randomUUID(), event, "m", TestHub.TODAY, ""),
                        null))
            .toList();
    told.hub.stores.transactions().run(() -> told.hub.stores.journal().append("acme", noted));
  }

  private static UUID id(Duration ahead) {
    return Ids.by(Clock.offset(Clock.systemUTC(), ahead)).get();
  }
}
