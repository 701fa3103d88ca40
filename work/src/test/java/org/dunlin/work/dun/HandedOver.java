package org.dunlin.work.dun;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Hearing;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.road.Road;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Ids;
import org.dunlin.store.dialogue.HandOver;
import org.dunlin.store.ledger.Documents.Place;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.deliver.SendHandOver;
import org.dunlin.work.profile.Author;
import org.dunlin.work.road.ChangeRoad;
import org.junit.jupiter.api.AfterEach;

/** A customer whose invoice goes to an agency, as far as its plan and a person say. */
abstract class HandedOver {
  final TestHub hub = TestHub.with(DunningMode.LIVE);
  final Map<String, byte[]> put = new LinkedHashMap<>();
  final DeliverEffect deliver =
      new DeliverEffect(hub.stores, outlet(), Checkpoint.NONE, Abilities.NONE);

  private Outlet outlet() {
    SendHandOver send = new SendHandOver(hub.stores, this::put, hub.outlet);
    return (dispatch, enclosures) -> {
      if (dispatch instanceof Dispatch.HandOver given) {
        send.send(given, Hearing.NONE);
      } else {
        hub.outlet.send(dispatch, enclosures);
      }
    };
  }

  private void put(Road road, String name, byte[] content) {
    put.put(name, content);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  void connect(String approval) {
    new ChangeRoad(hub.stores, (key, passphrase) -> Optional.empty())
        .add(
            "acme",
            "noord",
            RoadKind.AGENCY,
            Map.of("to", TestHub.CONNECTION, "name", "Incasso Noord", "approval", approval),
            Author.onPage("anna"));
  }

  Action decided() {
    return decided(() -> {});
  }

  Action decided(Runnable before) {
    return decided(Reminded.OVERDUE, before);
  }

  Action decided(LocalDate due, Runnable before) {
    hub.offer("invoice.xml", InvoiceFile.of("INV-2026-1100", "c0", due, "100.00").bytes());
    Reminded.covered(hub, TestHub.TODAY.minusDays(1));
    hub.settle();
    document();
    before.run();
    new ChangePlans(hub.stores).save("acme", null, null, plan(due), true, "anna");
    hub.decide();
    String id = Objects.requireNonNull(given().getFirst().actionId());
    return hub.stores.actions().find("acme", id).orElseThrow();
  }

  private static String plan(LocalDate due) {
    return """
    plans:
      - id: case
        steps:
          - {id: handover, due: "+%dd", channel: HANDOVER}
    """
        .formatted(ChronoUnit.DAYS.between(due, TestHub.TODAY));
  }

  private void document() {
    UUID customer = hub.jdbc().sql("select customer_id from invoice").query(UUID.class).single();
    try {
      hub.stores
          .documents()
          .add(
              new Place("acme", customer, invoice(), Ids.next(), 0),
              Ids.next(),
              new Attachment("factuur 1.pdf", "application/pdf", null, null),
              new ByteArrayInputStream("%PDF-1.7 one".getBytes(StandardCharsets.UTF_8)),
              1 << 20);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  UUID invoice() {
    return hub.jdbc().sql("select invoice_id from invoice").query(UUID.class).single();
  }

  List<Effect> given() {
    return Stream.of(EffectState.values())
        .flatMap(state -> hub.effects(state).stream())
        .filter(effect -> effect.kind() == EffectKind.HANDOVER && effect.actionId() != null)
        .toList();
  }

  void release() {
    hub.decisions.decideWaiting("acme", given().getFirst().id(), true, "anna");
    hub.decide();
    TestHub.drain(deliver::next);
  }

  HandOver handOver() {
    return hub.stores.talk().handOvers().find("acme", given().getFirst().id()).orElseThrow();
  }
}
