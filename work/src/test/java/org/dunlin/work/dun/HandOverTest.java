package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.road.Road;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Ids;
import org.dunlin.store.claim.StatedClaims;
import org.dunlin.store.dialogue.HandOver;
import org.dunlin.store.ledger.Documents.Place;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.WorkList;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.Payloads;
import org.dunlin.work.TestHub;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.deliver.SendHandOver;
import org.dunlin.work.dialogue.Notes;
import org.dunlin.work.dialogue.Standing;
import org.dunlin.work.handover.Dossier;
import org.dunlin.work.handover.HandOvers;
import org.dunlin.work.profile.Author;
import org.dunlin.work.road.ChangeRoad;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A case goes to an agency once a person says so, is not dunned meanwhile, and ends. */
class HandOverTest {
  private static final LocalDate LONG_DUE = TestHub.TODAY.minusDays(35);

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final Map<String, byte[]> put = new LinkedHashMap<>();
  private final HandOvers handOvers = new HandOvers(hub.stores);
  private final DeliverEffect deliver =
      new DeliverEffect(hub.stores, outlet(), Checkpoint.NONE, Abilities.NONE);

  private Outlet outlet() {
    SendHandOver send = new SendHandOver(hub.stores, this::put);
    return (dispatch, enclosures) -> {
      if (dispatch instanceof Dispatch.HandOver given) {
        send.send(given);
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

  private void connect(String approval) {
    new ChangeRoad(hub.stores, (key, passphrase) -> Optional.empty())
        .add(
            "acme",
            "noord",
            RoadKind.AGENCY,
            Map.of("to", TestHub.CONNECTION, "name", "Incasso Noord", "approval", approval),
            Author.onPage("anna"));
  }

  private Action decided() {
    return decided(() -> {});
  }

  private Action decided(Runnable before) {
    return decided(Reminded.OVERDUE, before);
  }

  private Action decided(LocalDate due, Runnable before) {
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

  private UUID invoice() {
    return hub.jdbc().sql("select invoice_id from invoice").query(UUID.class).single();
  }

  private List<Effect> given() {
    return Stream.of(EffectState.values())
        .flatMap(state -> hub.effects(state).stream())
        .filter(effect -> effect.kind() == EffectKind.HANDOVER && effect.actionId() != null)
        .toList();
  }

  private void release() {
    hub.decisions.decideWaiting("acme", given().getFirst().id(), true, "anna");
    hub.decide();
    TestHub.drain(deliver::next);
  }

  private HandOver handOver() {
    return hub.stores.talk().handOvers().find("acme", given().getFirst().id()).orElseThrow();
  }

  private List<TaskKind> tasks() {
    return hub
        .stores
        .views()
        .workList()
        .page("acme", CurrencyUnit.EUR, WorkList.Choice.ALL, TestHub.TODAY, null, 50)
        .items()
        .stream()
        .map(WorkList.Line::kind)
        .toList();
  }

  private List<HoldReason> holds() {
    return Standing.of(hub.stores, "acme", TestHub.TODAY).holds().stream()
        .filter(hold -> invoice().toString().equals(hold.invoiceId()))
        .map(hold -> hold.reason())
        .toList();
  }

  @Test
  void aCaseWaitsForAPersonUntilTheCompanySaysOtherwise() {
    connect("person");
    Action action = decided();
    TestHub.drain(deliver::next);

    assertThat(put).isEmpty();
    assertThat(given().getFirst().state()).isEqualTo(EffectState.AWAITING_APPROVAL);
    assertThat(hub.stores.actions().find("acme", action.id()).orElseThrow().state())
        .isEqualTo(ActionState.AWAITING_APPROVAL);
    assertThat(tasks()).containsExactly(TaskKind.HANDOVER);
    assertThat(holds()).isEmpty();
  }

  @Test
  void whereTheCompanySaysSoItGoesAsItsPlanSays() {
    connect("automatic");
    decided();
    TestHub.drain(deliver::next);

    assertThat(put).hasSize(1);
    assertThat(given().getFirst().state()).isEqualTo(EffectState.SENT);
  }

  @Test
  void theDossierHoldsFactsClaimsDocumentsAndNoNotesOfOurs() throws IOException {
    connect("person");
    decided();
    UUID customer = handOver().customerId();
    new Notes(hub.stores).note("acme", customer, null, "not for the agency", "anna");
    release();

    Map<String, byte[]> files = unzipped(put.values().iterator().next());
    assertThat(files.keySet()).contains("case.json", "case.xlsx");
    assertThat(files.keySet())
        .anyMatch(name -> name.startsWith("invoices/INV-2026-1100/") && name.endsWith(".pdf"));
    JsonNode facts = new JsonMapper().readTree(files.get("case.json"));
    assertThat(facts.path("invoices").get(0).path("open").asText()).isEqualTo("100.00");
    assertThat(facts.path("claims").size() + facts.path("claimProblems").size()).isPositive();
    assertThat(new String(files.get("case.json"), StandardCharsets.UTF_8))
        .doesNotContain("not for the agency");
    Map<String, byte[]> book = unzipped(Objects.requireNonNull(files.get("case.xlsx")));
    assertThat(book.keySet())
        .contains(
            "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml");
    assertThat(new String(book.get("xl/sharedStrings.xml"), StandardCharsets.UTF_8))
        .contains("INV-2026-1100");
  }

  @Test
  void costsOfAConsumerAreClaimedOnceTheDaysOfItsLetterAreOver() throws IOException {
    connect("automatic");
    decided(LONG_DUE, () -> said("a-letter", TestHub.TODAY.minusDays(15)));
    TestHub.drain(deliver::next);

    JsonNode facts = facts();
    assertThat(facts.path("claims").findValuesAsText("kind")).contains("COSTS");
    assertThat(facts.path("claims").findValuesAsText("x-status")).containsOnly("KNOWN");
    assertThat(facts.path("claims").findValuesAsText("amount")).contains("40.00");
  }

  @Test
  void costsOfAConsumerAreNotClaimedWhileItsDaysRun() throws IOException {
    connect("automatic");
    decided(LONG_DUE, () -> said("a-letter", TestHub.TODAY.minusDays(14)));
    TestHub.drain(deliver::next);

    assertThat(facts().path("claims").findValuesAsText("kind")).doesNotContain("COSTS");
  }

  @Test
  void whatNobodyVerifiedIsNotClaimedAndItIsSaid() throws IOException {
    connect("automatic");
    decided(() -> hub.sql("update customer set record = record || '{\"consumer\":false}'"));
    TestHub.drain(deliver::next);

    JsonNode facts = facts();
    assertThat(facts.path("claims").findValuesAsText("kind")).doesNotContain("INTEREST");
    assertThat(facts.path("claimProblems").toString())
        .contains("INTEREST of EUR", "nobody has verified");
  }

  @Test
  void onlyWhatWentToTheCustomerIsToldAndWhatHasNoRoomIsListed() throws IOException {
    connect("automatic");
    decided(
        () -> {
          hub.sql("update company set mode = 'TEST'");
          mail("tried out");
          hub.sql("update company set mode = 'LIVE'");
          mail("in earnest");
        });
    TestHub.drain(deliver::next);

    Map<String, byte[]> files = unzipped(put.values().iterator().next());
    assertThat(files.entrySet())
        .filteredOn(file -> file.getKey().startsWith("correspondence/"))
        .extracting(file -> new String(file.getValue(), StandardCharsets.UTF_8))
        .singleElement()
        .asString()
        .contains("in earnest");
    assertThat(files).doesNotContainKey("left-out.txt");

    ByteArrayOutputStream small = new ByteArrayOutputStream();
    Effect given = given().getFirst();
    new Dossier(hub.stores, 10)
        .write("acme", given.id(), Objects.requireNonNull(given.payload()), small);
    Map<String, byte[]> some = unzipped(small.toByteArray());
    assertThat(some.keySet()).containsExactly("case.json", "case.xlsx", "left-out.txt");
    assertThat(new String(some.get("left-out.txt"), StandardCharsets.UTF_8))
        .contains("invoices/INV-2026-1100/", "factuur_1.pdf (12 bytes", "correspondence/");
  }

  private JsonNode facts() throws IOException {
    return new JsonMapper()
        .readTree(unzipped(put.values().iterator().next()).get("case.json"));
  }

  /** A message that lets days run went to the customer. */
  private void said(String id, LocalDate received) {
    hub.stores
        .transactions()
        .run(
            () -> {
              hub.stores.actions().add("acme", sent(id));
              hub.stores
                  .claims()
                  .stated()
                  .put(
                      "acme",
                      new StatedClaims.NewStatement(id, received, true, received, null, "{}"),
                      List.of(new StatedClaims.Instalment(invoice(), LONG_DUE)));
            });
  }

  private void mail(String words) {
    Action action = sent("a-" + words);
    hub.stores
        .transactions()
        .run(
            () -> {
              hub.stores.actions().add("acme", action);
              hub.stores
                  .outbox()
                  .add(
                      Effect.decided(
                          "acme",
                          Ids.next(),
                          "smtp",
                          "acme/" + action.customerId(),
                          EffectKind.EMAIL,
                          action.id(),
                          Payloads.json(
                              new Dispatch.Email(
                                  "m-" + words,
                                  "Acme",
                                  "c0@example.com",
                                  null,
                                  words,
                                  words,
                                  words,
                                  List.of(),
                                  List.of())),
                          EffectState.SENT,
                          TestHub.TODAY));
            });
  }

  private Action sent(String id) {
    return new Action(
        id,
        hub.stores.customers().of("acme").getFirst().id(),
        "standard",
        id,
        Channel.EMAIL,
        Reminded.OVERDUE.minusDays(20),
        ActionState.SENT,
        List.of(
            new ActionItem(
                invoice().toString(), Reminded.OVERDUE, id, Money.parse("EUR 100.00"))),
        List.of());
  }

  @Test
  void whatIsWithAnAgencyIsHeldAndThatIsNoReasonForTheCaseItself() {
    connect("person");
    Action action = decided();
    release();

    assertThat(given().getFirst().state()).isEqualTo(EffectState.SENT);
    assertThat(hub.stores.actions().find("acme", action.id()).orElseThrow().state())
        .isEqualTo(ActionState.SENT);
    assertThat(handOver().isOut()).isTrue();
    assertThat(holds()).containsExactly(HoldReason.MANUAL);
    assertThat(tasks()).isEmpty();
  }

  @Test
  void whatIsPaidIsTakenBackTheAgencyIsToldOnceAndAPersonToo() {
    connect("person");
    decided();
    release();
    hub.sql("update invoice set claimed = outstanding");
    hub.sql("update company set dunned_on = null where company_id = 'acme'");
    hub.decide();
    TestHub.drain(deliver::next);
    hub.decide();
    TestHub.drain(deliver::next);

    assertThat(handOver().ended()).isEqualTo(HandOver.End.PAID);
    assertThat(put.keySet())
        .containsExactly(
            "case-" + handOver().id() + ".zip", "case-" + handOver().id() + "-recall.json");
    assertThat(tasks()).containsExactly(TaskKind.RECALLED);
    assertThat(holds()).isEmpty();
  }

  @Test
  void aPersonNotesWhatTheAgencySaysAndTakesTheCaseBack() {
    connect("person");
    decided();
    assertThat(handOvers.status("acme", handOver().id(), HandOver.Status.ACCEPTED, "anna"))
        .as("it is not with the agency yet")
        .isFalse();
    release();

    assertThat(handOvers.status("acme", handOver().id(), HandOver.Status.IN_COURT, "anna"))
        .isTrue();
    assertThat(handOver().status()).isEqualTo(HandOver.Status.IN_COURT);
    assertThat(handOvers.end("acme", handOver().id(), HandOver.End.RECALLED, "anna")).isTrue();
    assertThat(handOvers.end("acme", handOver().id(), HandOver.End.RECALLED, "anna")).isFalse();
    TestHub.drain(deliver::next);
    assertThat(put.keySet()).contains("case-" + handOver().id() + "-recall.json");
    assertThat(holds()).isEmpty();
  }

  @Test
  void whatThePersonDoesNotReleaseStaysHere() {
    connect("person");
    Action action = decided();
    hub.decisions.decideWaiting("acme", given().getFirst().id(), false, "anna");
    TestHub.drain(deliver::next);

    assertThat(put).isEmpty();
    assertThat(hub.stores.actions().find("acme", action.id()).orElseThrow().state())
        .isEqualTo(ActionState.CANCELLED);
  }

  private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    Path file = Files.write(Files.createTempFile("dossier", ".zip"), bytes);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        names.add(entry.getName());
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    } finally {
      Files.delete(file);
    }
    assertThat(names).doesNotHaveDuplicates();
    return files;
  }
}
