package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Ids;
import org.dunlin.store.claim.StatedClaims;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.dunlin.work.TestHub;
import org.dunlin.work.dialogue.Notes;
import org.dunlin.work.handover.Dossier;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** An agency gets what is claimed and what went to the customer, and nothing else. */
class DossierTest extends HandedOver {
  private static final LocalDate LONG_DUE = TestHub.TODAY.minusDays(35);

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
    return new JsonMapper().readTree(unzipped(put.values().iterator().next()).get("case.json"));
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
            new ActionItem(invoice().toString(), Reminded.OVERDUE, id, Money.parse("EUR 100.00"))),
        List.of());
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
