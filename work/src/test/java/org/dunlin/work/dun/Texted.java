package org.dunlin.work.dun;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dunlin.connectors.program.CarriedFolders;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.outbox.SentTexts;
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.WorkList;
import org.dunlin.work.TestHub;
import org.dunlin.work.deliver.AskReports;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.deliver.ProgramOutlet;
import org.dunlin.work.deliver.SendText;
import org.dunlin.work.deliver.SendWriteBack;
import org.dunlin.work.event.SendEvent;
import org.dunlin.work.hook.HookAddress;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.junit.jupiter.api.AfterEach;

/** A hub that sends a first reminder by text, and a gateway at the other end of the wire. */
abstract class Texted {
  static final String SID = "AC0123456789abcdef0123456789abcdef";
  static final String TAKEN = "{\"sid\":\"SM1\",\"status\":\"queued\"}";

  final ScriptedVendor gateway = new ScriptedVendor();
  PullHub pull = twilio();
  TestHub hub = pull.hub;
  DeliverEffect deliver = deliver();

  PullHub hub(String program) {
    return new PullHub(
        new Programs(CarriedFolders::all), program, gateway, HookAddress.NONE, stores -> null);
  }

  PullHub twilio() {
    PullHub made = hub("twilio");
    made.connect(
        Map.of("accountSid", SID, "authToken", "secret", "from", "+3197010240000"), Map.of());
    return made;
  }

  void instead(String program, Map<String, String> settings) {
    pull.close();
    pull = hub(program);
    hub = pull.hub;
    pull.connect(settings, Map.of());
    deliver = deliver();
  }

  DeliverEffect deliver() {
    return deliver(Checkpoint.NONE);
  }

  DeliverEffect deliver(Checkpoint checkpoint) {
    return new DeliverEffect(
        hub.stores,
        new ProgramOutlet(
            hub.stores,
            hub.outlet,
            new SendWriteBack(hub.stores, pull.process.links, pull.process.ask),
            new SendText(hub.stores, pull.process.links, pull.process.ask),
            new SendEvent(
                hub.stores,
                (line, call) -> {
                  throw new IllegalStateException("nobody is told anything here");
                },
                Clock.systemUTC()),
            (road, name, content) -> {
              throw new IllegalStateException("no file is written here");
            }),
        checkpoint,
        Abilities.NONE);
  }

  @AfterEach
  void close() {
    pull.close();
  }

  Action decided() {
    return decided("06 12 34 56 78");
  }

  /** The first reminder, by text. */
  Action decided(String phone) {
    due(phone);
    String id = Objects.requireNonNull(text().actionId());
    return hub.stores.actions().find("acme", id).orElseThrow();
  }

  void due(String phone) {
    Reminded.overdue(hub, 1);
    hub.settle();
    hub.sql("update customer set record = record || jsonb_build_object('phone', '" + phone + "')");
    String plan =
        """
        plans:
          - id: texts
            steps:
              - {id: reminder-1, due: "+5d", channel: TEXT, template: reminder-1}
        """;
    new ChangePlans(hub.stores).save("acme", null, null, plan, true, "anna");
    hub.decide();
  }

  void leave() {
    TestHub.drain(deliver::next);
  }

  Effect text() {
    return texts().findFirst().orElseThrow();
  }

  Stream<Effect> texts() {
    return Stream.of(EffectState.values())
        .flatMap(state -> hub.effects(state).stream())
        .filter(effect -> effect.kind() == EffectKind.TEXT);
  }

  ActionState state(Action action) {
    return hub.stores.actions().find("acme", action.id()).orElseThrow().state();
  }

  String lastBody() {
    return URLDecoder.decode(new String(gateway.asked.getLast().body(), UTF_8), UTF_8);
  }

  void reportsAreDue() {
    hub.sql("update text_message set ask_at = now() where ask_at is not null");
    TestHub.drain(new AskReports(hub.stores, pull.process.links, pull.process.ask)::next);
  }

  List<TaskKind> tasks() {
    return hub
        .stores
        .views()
        .workList()
        .page(
            "acme",
            hub.stores.companies().profile("acme").company().currency(),
            WorkList.Choice.ALL,
            TestHub.TODAY,
            null,
            50)
        .items()
        .stream()
        .map(WorkList.Line::kind)
        .toList();
  }

  SentTexts.Told told() {
    return hub.stores.sentTexts().of("acme", text().id()).orElseThrow();
  }

  void test() {
    hub.company("acme", DunningMode.TEST, "test@acme.example", TestHub.IBAN);
    hub.sql("update company set mode = 'TEST'");
  }

  void nextDay() {
    hub.stores
        .transactions()
        .run(() -> hub.stores.companies().setBusinessDate("acme", TestHub.TODAY.plusDays(1)));
    Reminded.covered(hub, TestHub.TODAY);
    hub.decide();
  }
}
