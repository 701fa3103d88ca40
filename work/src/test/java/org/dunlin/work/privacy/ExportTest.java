package org.dunlin.work.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.work.AccountFile;
import org.dunlin.work.AccountFile.Ntry;
import org.dunlin.work.AccountFile.Tx;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer gets all that is kept about them, and nothing of anybody else. */
class ExportTest {
  private final Person person = new Person().paid();

  @AfterEach
  void close() {
    person.close();
  }

  @Test
  void allThatConcernsTheCustomerIsThereInCanonicalForm() throws IOException {
    Map<String, byte[]> files = export();

    assertThat(files.keySet())
        .contains(
            "README.txt",
            "customer.jsonl",
            "invoices.jsonl",
            "payments.jsonl",
            "advised.jsonl",
            "allocations.jsonl",
            "actions.jsonl",
            "messages.jsonl",
            "timeline.jsonl");
    for (String name : List.of("customer", "invoices", "payments", "allocations", "actions")) {
      assertThat(records(files.getOrDefault(name + ".jsonl", new byte[0]))).as(name).isNotEmpty();
    }
    assertThat(text(files, "messages.jsonl")).contains(Person.MAIL).contains("EMAIL");
    assertThat(text(files, "timeline.jsonl"))
        .contains("CUSTOMER_ADDED", "INVOICE_ADDED", "REMINDER_SENT", "ALLOCATED")
        .contains(Person.NAME);
  }

  @Test
  void theFilesThatConcernNobodyElseAreThereByteForByteAndBankStatementsAreNot()
      throws IOException {
    Map<String, byte[]> files = export();

    assertThat(files.keySet()).filteredOn(name -> name.startsWith("raw/")).hasSize(1);
    assertThat(files.entrySet())
        .filteredOn(e -> e.getKey().endsWith("zonnebloem-42.xml"))
        .singleElement()
        .satisfies(e -> assertThat(e.getValue()).isEqualTo(person.invoice.bytes()));
    for (byte[] file : files.values()) {
      assertThat(new String(file, StandardCharsets.UTF_8))
          .doesNotContain("Somebody Else", "11112222", "2026-0043");
    }
  }

  @Test
  void theDocumentsThatCameWithAnInvoiceAreThere() throws IOException {
    String hours =
        Base64.getEncoder().encodeToString("%PDF hours".getBytes(StandardCharsets.UTF_8));
    person.hub.offer(
        "with-hours.xml",
        person.invoice.payable("0.00").attaching("hours.pdf", "application/pdf", hours));
    person.hub.run();

    assertThat(export().entrySet())
        .filteredOn(e -> e.getKey().startsWith("attachments/2026-0042/"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.getKey()).endsWith("hours.pdf");
              assertThat(new String(e.getValue(), StandardCharsets.UTF_8)).isEqualTo("%PDF hours");
            });
  }

  @Test
  void whatABankToldOfThePersonBesideItsStatementsIsThere() throws IOException {
    Tx theirs = new Tx("33.00", Person.NAME, "soon");
    Tx ofAnother = new Tx("44.00", "Somebody Else", "soon");
    person.hub.offer(
        "told.xml",
        AccountFile.of(
                AccountFile.Kind.NOTIFICATION,
                "N",
                TestHub.TODAY,
                Ntry.of("T-1", TestHub.TODAY, "33.00", theirs),
                Ntry.of("T-2", TestHub.TODAY, "44.00", ofAnother))
            .bytes());
    person.hub.run();

    assertThat(text(export(), "advised.jsonl")).contains("33.00").doesNotContain("44.00");
  }

  private Map<String, byte[]> export() throws IOException {
    Customer customer = person.hub.stores.customers().find("acme", person.id()).orElseThrow();
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    new ExportCustomer(person.hub.stores, Clock.systemUTC()).write("acme", customer, target);
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(target.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  private static List<CanonicalRecord> records(byte[] file) throws IOException {
    List<CanonicalRecord> records = new ArrayList<>();
    new CanonicalReader("export").read(new ByteArrayInputStream(file), records::add);
    return records;
  }
}
