package org.dunlin.work.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.dialogue.DialogueEntry;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.privacy.EraseCustomer;
import org.dunlin.work.privacy.ExportCustomer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people write of a customer is the customer's: sealed, handed out, and erased. */
class PrivateWordsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 19);
  private static final String SAID = "Her mother is ill";

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private UUID customer;

  @BeforeEach
  void somethingWasSaid() {
    hub.offer("invoice.xml", InvoiceFile.of("INV-2026-1100", "c0", DUE, "100.00").bytes());
    hub.settle();
    UUID invoice = hub.stores.invoices().openOfNumber("acme", "INV-2026-1100").getFirst();
    customer =
        UUID.fromString(
            hub.stores.invoices().find("acme", invoice).orElseThrow().invoice().customerId());
    new Notes(hub.stores).note("acme", customer, invoice, SAID, "anna");
    Promises promises = new Promises(hub.stores);
    LocalDate on = TestHub.TODAY.plusDays(3);
    UUID promise =
        promises.make("acme", new Promises.Said(customer, List.of(), null, on, SAID), "anna");
    promises.withdraw("acme", promise, SAID, "anna");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void noRowSaysItInPlainWords() {
    assertThat(written()).containsExactly(SAID, SAID, SAID);
    for (String table : List.of("standstill", "dialogue_entry", "journal")) {
      assertThat(
              hub.jdbc()
                  .sql("select count(*) from " + table + " t where t::text like '%mother%'")
                  .query(Integer.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  @Test
  void itIsHandedOutToTheCustomer() throws IOException {
    Customer who = hub.stores.customers().find("acme", customer).orElseThrow();
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    new ExportCustomer(hub.stores, Clock.systemUTC()).write("acme", who, zip);
    assertThat(entry(zip.toByteArray(), "dialogue.jsonl")).contains(SAID);
    assertThat(entry(zip.toByteArray(), "agreements.jsonl")).contains(SAID, "WITHDRAWN");
  }

  @Test
  void itGoesWithTheCustomerAndTheFiguresStay() {
    hub.offer(
        "paid.xml", InvoiceFile.of("INV-2026-1100", "c0", DUE, "100.00").payable("0.00").bytes());
    hub.settle();
    new EraseCustomer(hub.stores).erase("acme", customer, "anna");

    assertThat(written()).containsOnlyNulls();
    Standstill promise = standstills().getFirst();
    assertThat(promise.amount()).isNotNull();
    assertThat(promise.on()).isEqualTo(TestHub.TODAY.plusDays(3));
  }

  @Test
  void itIsNotKeptLongerThanTheJournal() {
    Instant later = Instant.now().plusSeconds(60);
    hub.stores.transactions().run(() -> hub.stores.retention().emptyDialogue(later));
    assertThat(written()).containsOnlyNulls();
  }

  private List<String> written() {
    List<String> words = new java.util.ArrayList<>();
    standstills()
        .forEach(
            each -> {
              words.add(each.words().said());
              words.add(each.words().outcome());
            });
    hub.stores.talk().dialogue().ofCustomers("acme", List.of(customer), 10).stream()
        .map(DialogueEntry::text)
        .forEach(words::add);
    return words;
  }

  private List<Standstill> standstills() {
    return hub.stores.talk().standstills().ofCustomers("acme", List.of(customer), 10);
  }

  private static String entry(byte[] zip, String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().endsWith(name)) {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    return "";
  }
}
