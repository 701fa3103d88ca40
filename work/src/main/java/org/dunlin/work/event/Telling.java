package org.dunlin.work.event;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.event.EventKind;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.EventKeys;

/** Puts what one program is told into the outbox. */
final class Telling {
  /** The road that all that programs are told takes. */
  static final String ROAD = EventKeys.ROAD;

  private static final int VERSION = 1;
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;
  private final EventEndpoint endpoint;
  private final LocalDate today;

  Telling(Stores stores, EventEndpoint endpoint, LocalDate today) {
    this.stores = stores;
    this.endpoint = endpoint;
    this.today = today;
  }

  static ObjectNode data() {
    return JSON.createObjectNode();
  }

  boolean wants(EventKind kind) {
    return endpoint.kinds().contains(kind);
  }

  /**
   * Tells it, if the program wants to be told.
   *
   * @param about by whom or what its events keep their order: the id of a customer, or a word
   */
  void tell(EventKind kind, Instant at, String about, ObjectNode data) {
    if (wants(kind)) {
      add(kind, at, EventKeys.of(endpoint.id(), about), data);
    }
  }

  void test() {
    ObjectNode data = data().put("note", "Nothing happened; somebody tries whether this arrives.");
    add(EventKind.TEST, stores.events().news().now(), EventKeys.ofTest(endpoint.id()), data);
  }

  private void add(EventKind kind, Instant at, String orderingKey, ObjectNode data) {
    UUID id = Ids.next();
    ObjectNode body = JSON.createObjectNode();
    body.put("type", kind.word());
    body.put("version", VERSION);
    body.put("id", id.toString());
    body.put("timestamp", at.toString());
    body.put("company", endpoint.companyId());
    body.put("businessDate", today.toString());
    body.set("data", data);
    stores
        .outbox()
        .add(
            Effect.decided(
                endpoint.companyId(),
                id,
                ROAD,
                orderingKey,
                EffectKind.EVENT,
                null,
                body.toString(),
                EffectState.PENDING,
                today));
    stores.events().log().add(endpoint.companyId(), endpoint.id(), id, kind);
  }
}
