package org.dunlin.work.dun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.port.UnknownOutcome;
import org.dunlin.core.road.Road;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.TestHub;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.deliver.SendLetter;
import org.dunlin.work.message.StoredEnclosures;
import org.dunlin.work.profile.Author;
import org.dunlin.work.road.ChangeRoad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A step by letter: decided, handed to whoever prints it, once, and held without an address. */
class LetterTest {
  private static final TextNumbers NUMBERS = new TextNumbers("NL", Set.of());

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final Map<String, byte[]> put = new LinkedHashMap<>();
  private final List<Road> roads = new ArrayList<>();
  private final List<RuntimeException> unknown = new ArrayList<>();
  private int cuts;
  private final DeliverEffect deliver =
      new DeliverEffect(hub.stores, outlet(), Checkpoint.NONE, Abilities.NONE);

  private Outlet outlet() {
    SendLetter send = new SendLetter(hub.stores, this::put);
    return (dispatch, enclosures) -> {
      if (dispatch instanceof Dispatch.Letter letter) {
        send.send(letter);
      } else {
        hub.outlet.send(dispatch, enclosures);
      }
    };
  }

  private void put(Road road, String name, byte[] content) throws NotSent {
    if (cuts-- > 0) {
      throw new NotSent("the connection was cut");
    }
    roads.add(road);
    put.put(name, content);
    if (name.endsWith(".pdf") && !unknown.isEmpty()) {
      throw unknown.removeFirst();
    }
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private void connect() {
    new ChangeRoad(hub.stores, (key, passphrase) -> Optional.empty())
        .add(
            "acme",
            "print",
            RoadKind.LETTERS,
            Map.of(
                "to",
                TestHub.CONNECTION,
                "street",
                "Keizersgracht 1",
                "postalCode",
                "1015AA",
                "city",
                "Amsterdam",
                "country",
                "NL",
                "window",
                "nen"),
            Author.onPage("anna"));
  }

  /** The first reminder, by letter; the plan that comes with the hub knows only e-mails. */
  private Action decided() {
    Reminded.overdue(hub, 1);
    hub.settle();
    hub.sql(
        "update customer set record = record || jsonb_build_object('address', jsonb_build_object("
            + "'street', 'Dam 1', 'postalCode', '1012JS', 'city', 'Amsterdam', 'country', 'NL'))");
    String plan =
        """
        plans:
          - id: letters
            steps:
              - {id: reminder-1, due: "+5d", channel: LETTER, template: reminder-1}
        """;
    new ChangePlans(hub.stores).save("acme", null, null, plan, true, "anna");
    hub.decide();
    String id = Objects.requireNonNull(letter().actionId());
    return hub.stores.actions().find("acme", id).orElseThrow();
  }

  private void leave() {
    TestHub.drain(deliver::next);
  }

  private Effect letter() {
    return Stream.of(EffectState.values())
        .flatMap(state -> hub.effects(state).stream())
        .filter(effect -> effect.kind() == EffectKind.LETTER)
        .findFirst()
        .orElseThrow();
  }

  private ActionState state(Action action) {
    return hub.stores.actions().find("acme", action.id()).orElseThrow().state();
  }

  @Test
  void whatNobodyPrintsWaitsUntilSomebodySaysThatItWasPostedByHand() {
    Action action = decided();
    leave();
    assertThat(letter().state()).isEqualTo(EffectState.PENDING);
    assertThat(letter().reason()).contains("print this one yourself");

    assertThat(hub.decisions.doneByHand("acme", letter().id(), "anna")).isTrue();
    assertThat(hub.decisions.doneByHand("acme", letter().id(), "ben")).isFalse();
    hub.decide();
    assertThat(letter().state()).isEqualTo(EffectState.SENT);
    assertThat(state(action)).isEqualTo(ActionState.SENT);
  }

  @Test
  void aLetterLiesWhereItIsPrintedWithAFileThatSaysWhoseItIs() throws IOException {
    connect();
    Action action = decided();
    leave();

    assertThat(put.keySet())
        .containsExactly("letter-" + letter().id() + ".json", "letter-" + letter().id() + ".pdf");
    assertThat(new String(put.values().iterator().next(), UTF_8))
        .contains("\"Dam 1\"", "\"1012 JS  AMSTERDAM\"", "sha256");
    assertThat(roads.getFirst().needed("folder")).endsWith("letters");
    assertThat(text(Objects.requireNonNull(put.get("letter-" + letter().id() + ".pdf"))))
        .contains("INV-2026-1100", "NL44 RABO 0123 4567 89", "Keizersgracht 1");
    assertThat(state(action)).isEqualTo(ActionState.SENT);
    assertThat(letter().state()).isEqualTo(EffectState.SENT);
    assertThat(Reminded.emails(hub)).isEmpty();
  }

  @Test
  void aCutConnectionIsTriedAgainAndTheLetterIsTheSame() {
    connect();
    decided();
    cuts = 1;
    leave();
    assertThat(put).isEmpty();
    assertThat(letter().state()).isEqualTo(EffectState.PENDING);

    hub.afterTheWait();
    leave();
    assertThat(put).hasSize(2);
    assertThat(letter().state()).isEqualTo(EffectState.SENT);
  }

  @Test
  void aLetterThatMayLieThereIsNotPutThereTwice() {
    connect();
    Action action = decided();
    unknown.add(new UnknownOutcome("it fell silent", new IOException("cut")));
    leave();
    hub.afterTheWait();
    leave();

    assertThat(letter().state()).isEqualTo(EffectState.UNKNOWN);
    assertThat(state(action)).isEqualTo(ActionState.UNKNOWN);
    assertThat(roads).hasSize(2);
  }

  @Test
  void withoutAPrinterItWaitsAndSaysSo() {
    decided();
    leave();

    assertThat(put).isEmpty();
    assertThat(letter().state()).isEqualTo(EffectState.PENDING);
    assertThat(letter().reason()).startsWith("Nobody prints letters yet");
  }

  @Test
  void inTestModeNothingIsPrintedAndTheTesterGetsThePdf() throws IOException {
    connect();
    hub.company("acme", DunningMode.TEST, "test@acme.example", TestHub.IBAN);
    hub.sql("update company set mode = 'TEST'");
    decided();
    leave();

    assertThat(put).isEmpty();
    Dispatch.Email mail = hub.outlet.emails().getFirst();
    assertThat(mail.to()).isEqualTo("test@acme.example");
    try (var content =
        new StoredEnclosures(hub.stores, "acme")
            .open(mail.attachments().getFirst())
            .orElseThrow()) {
      assertThat(text(content.readAllBytes())).contains("INV-2026-1100");
    }
  }

  @Test
  void whatIsPaidBeforeItLeavesIsNotPrinted() {
    connect();
    Action action = decided();
    hub.sql("update invoice set claimed = outstanding");
    leave();

    assertThat(put).isEmpty();
    assertThat(letter().state()).isEqualTo(EffectState.CANCELLED);
    assertThat(state(action)).isEqualTo(ActionState.CANCELLED);
  }

  @Test
  void aLetterToACustomerWithoutAPostalAddressIsHeld() {
    Action action =
        new Action(
            "a-1",
            "c-1",
            "standard",
            "reminder-1",
            Channel.LETTER,
            TestHub.TODAY,
            ActionState.DUE,
            List.of(),
            List.of());
    Address country = new Address(null, null, null, "NL");
    Address whole = new Address("Dam 1", "1012JS", "Amsterdam", "NL");

    assertThat(Deliverable.of(List.of(action), Map.of("c-1", customer(country)), NUMBERS))
        .singleElement()
        .satisfies(held -> assertThat(held.state()).isEqualTo(ActionState.HELD))
        .satisfies(
            held -> assertThat(held.holds().getFirst().reason()).isEqualTo(HoldReason.NO_ADDRESS));
    assertThat(Deliverable.of(List.of(action), Map.of("c-1", customer(whole)), NUMBERS))
        .containsExactly(action);
  }

  private static Customer customer(Address address) {
    return new Customer(
        "c-1", null, "C", null, null, address, null, null, null, List.of(), null, List.of(), null,
        null, null);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }
}
