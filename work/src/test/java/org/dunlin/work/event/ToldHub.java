package org.dunlin.work.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.core.event.EventKind;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.Wire;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.event.EventLog;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.event.ChangeEndpoints.Made;
import org.dunlin.work.event.ChangeEndpoints.Said;

/** A hub of which a program is told what happens, and the program, which answers as it is told. */
final class ToldHub implements AutoCloseable {
  static final String ADDRESS = "https://erp.example.com/dunlin?key=s3cret";

  final TestHub hub = TestHub.with(DunningMode.SHADOW);
  final ChangeEndpoints changes = new ChangeEndpoints(hub.stores, false);

  /** What reached the program, in its order. */
  final List<HttpCall> calls = new ArrayList<>();

  /** With what it answers next; afterwards it takes everything. */
  final List<Integer> answers = new ArrayList<>();

  Map<String, String> ailing = Map.of();
  Clock clock = Clock.systemUTC();
  Wire wire =
      (line, call) -> {
        calls.add(call);
        int status = answers.isEmpty() ? 200 : answers.removeFirst();
        return new HttpReply(status, Map.of(), "{\"token\": \"abc\", \"ok\": 1}".getBytes(UTF_8));
      };

  @Override
  public void close() {
    hub.close();
  }

  /** A program that is told all of these that somebody may choose. */
  Made add(EventKind... kinds) {
    List<EventKind> wanted =
        List.of(kinds).stream().filter(kind -> kind != EventKind.TEST).toList();
    return changes.add("acme", new Said("ERP", ADDRESS, wanted), "anna");
  }

  /** Decides what the programs are told. */
  void decide() {
    decide(Duration.ofMinutes(-1));
  }

  /** The same of what was noted so long ago. */
  void decide(Duration apart) {
    TellEvents tellEvents = new TellEvents(hub.stores, company -> ailing, apart);
    for (int i = 0; i < 5; i++) {
      tellEvents.next(Duration.ZERO);
    }
  }

  /** Lets leave what may. */
  void deliver() {
    SendEvent send = new SendEvent(hub.stores, wire, clock);
    DeliverEffect deliver =
        new DeliverEffect(
            hub.stores,
            (dispatch, enclosures) -> {
              if (dispatch instanceof Dispatch.Event event) {
                send.send(event);
              }
            },
            Checkpoint.NONE);
    TestHub.drain(deliver::next);
  }

  /** Looks at the programs once, and lets leave what may. */
  void tell() {
    decide();
    deliver();
  }

  /** What is found by looking is looked for again. */
  void statesAreDue() {
    hub.sql("update event_endpoint set states_at = now() - interval '2 minutes'");
  }

  void invoice(String number, String total) {
    invoice(number, total, TestHub.TODAY.plusDays(14));
  }

  void invoice(String number, String total, LocalDate due) {
    hub.offer(number + ".xml", InvoiceFile.of(number, "C1", due, total).bytes());
    hub.settle();
  }

  void pay(String reference, String amount, String text) {
    hub.offer(
        reference + ".xml",
        BankFile.day(
                TestHub.IBAN,
                TestHub.TODAY,
                Entry.in(reference, TestHub.TODAY, amount, "Customer C1", text))
            .bytes());
    hub.settle();
  }

  EventEndpoint endpoint(Made made) {
    return hub.stores.events().endpoints().find("acme", made.id()).orElseThrow();
  }

  List<EventLog.Line> log(Made made) {
    return hub.stores.events().log().page("acme", made.id(), null, 50).items();
  }

  List<JsonNode> bodies() {
    return calls.stream().map(call -> json(call.body())).toList();
  }

  /** Of which kinds the events were that reached the program. */
  List<String> types() {
    return bodies().stream().map(body -> body.path("type").asText()).toList();
  }

  /** Of which invoices they were. */
  List<String> numbers() {
    return bodies().stream().map(body -> body.at("/data/invoice/number").asText()).toList();
  }

  int count(String of) {
    return hub.jdbc().sql("select count(*) from " + of).query(Integer.class).single();
  }

  private static JsonNode json(byte[] body) {
    try {
      return new JsonMapper().readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
