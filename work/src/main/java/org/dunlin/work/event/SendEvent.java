package org.dunlin.work.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.event.EventSignature;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.Line;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Refused;
import org.dunlin.core.port.Wire;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.event.EventEndpoint.Standing;
import org.dunlin.store.journal.Happening;
import org.dunlin.work.call.KeptWire;
import org.jspecify.annotations.Nullable;

/**
 * Tells a program what happened, signed as Standard Webhooks says. What it does not take is tried
 * again, at last once an hour; where it took nothing for days, it is switched off, which is a task
 * for a person.
 */
public final class SendEvent {
  /** After so long without anything taken a program is switched off, and one event given up. */
  static final Duration LONGEST = Duration.ofDays(3);

  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
  private static final int GONE = 410;
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> ORDER =
      List.of("type", "version", "id", "timestamp", "company", "businessDate", "data");

  private final Stores stores;
  private final KeptWire wire;
  private final Clock clock;
  private final EndpointSecrets secrets;

  /** Over these stores by this way. */
  public SendEvent(Stores stores, Wire wire, Clock clock) {
    this.stores = stores;
    this.wire = new KeptWire(stores, wire, clock);
    this.clock = clock;
    this.secrets = new EndpointSecrets(stores);
  }

  /**
   * Tells it.
   *
   * @throws NotSent when it is to be told again later, whether it arrived or not
   * @throws Refused when it was not taken for days, or the program is gone
   */
  public void send(Dispatch.Event event) throws NotSent, Refused {
    EventEndpoint endpoint =
        stores
            .events()
            .endpoints()
            .find(event.companyId(), event.endpointId())
            .orElseThrow(() -> new NotSent("The program is told nothing any more."));
    long start = System.nanoTime();
    answered(endpoint, event, exchanged(endpoint, event, start), start);
  }

  private HttpReply exchanged(EventEndpoint endpoint, Dispatch.Event event, long start)
      throws NotSent, Refused {
    try {
      return wire.exchange(
          line(endpoint), Telling.ROAD, Occasion.effect(event.effectId()), call(endpoint, event));
    } catch (NotSent e) {
      if (e.getCause() != null) { // else it was not tried, and says nothing of the program
        failed(endpoint, event, null, start);
      }
      throw e;
    } catch (NoReply e) {
      failed(endpoint, event, null, start);
      throw new NotSent(String.valueOf(e.getMessage()), e);
    }
  }

  private void answered(EventEndpoint endpoint, Dispatch.Event event, HttpReply reply, long start)
      throws NotSent, Refused {
    int status = reply.status();
    if (status >= 200 && status < 300) {
      stores
          .transactions()
          .run(
              () -> {
                attempted(endpoint, event, status, start);
                stores.events().endpoints().succeeded(endpoint.companyId(), endpoint.id());
              });
      return;
    }
    failed(endpoint, event, status, start);
    String sentence = "The program answered with the status " + status + ".";
    if (status == GONE) {
      throw new Refused(sentence, false, new IllegalStateException(sentence));
    }
    throw new NotSent(sentence, pause(reply).orElse(null));
  }

  /** Switches the program off where that was for too long, and gives a single event up. */
  private void failed(
      EventEndpoint endpoint, Dispatch.Event event, @Nullable Integer status, long start)
      throws Refused {
    boolean gone = Integer.valueOf(GONE).equals(status);
    stores
        .transactions()
        .run(
            () -> {
              attempted(endpoint, event, status, start);
              Optional<Instant> since =
                  stores.events().endpoints().failing(endpoint.companyId(), endpoint.id());
              if (gone) {
                switchOff(endpoint, "The program said that it is gone (410).");
              } else if (since.filter(this::isLong).isPresent()) {
                switchOff(endpoint, "The program took nothing for three days.");
              }
            });
    if (isLong(Ids.madeAt(event.effectId())) && !isDown(endpoint)) {
      String sentence = "The program did not take it for three days, but took others meanwhile.";
      throw new Refused(sentence, false, new IllegalStateException(sentence));
    }
  }

  private boolean isDown(EventEndpoint endpoint) {
    return stores
        .events()
        .endpoints()
        .find(endpoint.companyId(), endpoint.id())
        .filter(now -> now.state() == Standing.ON)
        .map(EventEndpoint::succeededAt)
        .filter(at -> at.isAfter(clock.instant().minus(LONGEST)))
        .isEmpty();
  }

  private boolean isLong(Instant since) {
    return since.plus(LONGEST).isBefore(clock.instant());
  }

  private void switchOff(EventEndpoint endpoint, String why) {
    String company = endpoint.companyId();
    if (stores.events().endpoints().switchTo(company, endpoint.id(), Standing.FAILED, why)) {
      LocalDate today = stores.companies().businessDate(stores.companies().profile(company));
      stores
          .journal()
          .append(
              company,
              Happening.to("endpoint", endpoint.id(), "ENDPOINT_FAILED", "deliver", today, why));
    }
  }

  private void attempted(
      EventEndpoint endpoint, Dispatch.Event event, @Nullable Integer status, long start) {
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    stores
        .events()
        .log()
        .attempted(endpoint.companyId(), endpoint.id(), event.effectId(), status, millis);
  }

  private static Line line(EventEndpoint endpoint) {
    return new Line(
        endpoint.companyId(), Telling.ROAD + "|" + endpoint.id(), Telling.ROAD, 0, List.of());
  }

  private HttpCall call(EventEndpoint endpoint, Dispatch.Event event) {
    Instant now = clock.instant();
    UUID id = event.effectId();
    byte[] body = ordered(event.body());
    return new HttpCall(
        "POST",
        URI.create(endpoint.address()),
        Map.of(
            "content-type", "application/json",
            "user-agent", "Dunlin",
            "webhook-id", id.toString(),
            "webhook-timestamp", String.valueOf(now.getEpochSecond()),
            "webhook-signature",
                EventSignature.of(secrets.signing(endpoint, now), id.toString(), now, body)),
        body);
  }

  /** The database keeps the fields in an order of its own. */
  private static byte[] ordered(String body) {
    try {
      JsonNode said = JSON.readTree(body);
      ObjectNode ordered = JSON.createObjectNode();
      ORDER.forEach(name -> ordered.set(name, said.path(name)));
      return ordered.toString().getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what programs are told is JSON", e);
    }
  }

  /** As the program asks for it, in seconds (RFC 9110, 10.2.3). */
  private static Optional<Duration> pause(HttpReply reply) {
    return reply
        .header("retry-after")
        .filter(value -> value.matches("[0-9]{1,9}"))
        .map(Long::parseLong)
        .map(Duration::ofSeconds)
        .map(pause -> pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }
}
