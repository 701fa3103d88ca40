package org.dunlin.connectors.program.specification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.answer.Answers;
import org.dunlin.connectors.program.answer.Verdict;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

/** What QuickBooks answered when somebody recorded it, read by the folder. */
class QuickBooksRecordingsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Facts FACTS = Facts.NONE.with("company.currency", "USD");

  private final Program program = CarriedFolder.of("quickbooks-online", "145", Map.of()).program();

  @Test
  void everyRecordedCustomerBecomesACustomer() {
    RecordedReply page = recorded("all/customers.yml").getLast();
    int rows = Json.read(page.body()).at("/QueryResponse/Customer").size();

    assertThat(rows).isPositive();
    assertThat(read("customers", false, page.body()))
        .hasSize(rows)
        .allMatch(Customer.class::isInstance);
    RecordedReply one = recorded("get/id.yml").getFirst();
    assertThat(read("customers", true, one.body())).singleElement().isInstanceOf(Customer.class);
  }

  @Test
  void aRecordedInvoiceIsOpenAndWhatWasVoidedIsVoid() {
    List<RecordedReply> replies = recorded("void/invoice.yml");

    assertThat(invoice(replies.getFirst())).returns(InvoiceStatus.OPEN, Invoice::status);
    assertThat(invoice(replies.getLast())).returns(InvoiceStatus.VOID, Invoice::status);
  }

  @Test
  void whatRecordedErrorsMeanIsWhatTheHubDoes() {
    assertThat(verdict(recorded("error/401.yml").getLast())).isEqualTo(new Verdict.Refresh());
    assertThat(verdict(recorded("error/400.yml").getLast()))
        .isEqualTo(
            new Verdict.Refuse(
                "QuickBooks Online: QueryValidationError: invalid context declaration: Custmoer"));
    assertThat(verdict(recorded("error/validation.yml").getLast()))
        .isInstanceOfSatisfying(
            Verdict.Refuse.class,
            refused -> assertThat(refused.sentence()).contains("The name supplied already exists"));
  }

  @Test
  void faultsOfOneItemOfABatchAreToldApartByTheirCodes() {
    JsonNode items = Json.read(recorded("batch/basic.yml").getLast().body());
    JsonNode inactive = items.at("/BatchItemResponse/1");
    JsonNode stale = items.at("/BatchItemResponse/2");

    assertThat(inside(inactive)).isEqualTo(new Verdict.Gone());
    assertThat(inside(stale)).isInstanceOf(Verdict.Retry.class);
  }

  @Test
  void ofWhatChangedOnlyTheDeletedIsTakenForDeleted() {
    Stream deleted = stream("deleted_invoices");
    JsonNode changed = Json.read(recorded("cdc/basic.yml").getLast().body());
    JsonNode gone = Json.read(recorded("delete/invoice.yml").getLast().body()).path("Invoice");
    JsonNode both =
        Json.read(
            """
            {"CDCResponse": [{"QueryResponse": [{"Invoice": [%s, {"Id": "7", "Balance": 1}]}]}]}
            """
                .formatted(gone)
                .getBytes(StandardCharsets.UTF_8));

    assertThat(deleted.records().of(changed, FACTS)).isEmpty();
    assertThat(deleted.records().of(changed, FACTS).isArray()).isTrue();
    assertThat(deleted.records().of(both, FACTS))
        .singleElement()
        .satisfies(one -> assertThat(deleted.key().text(one, FACTS)).contains("266"));
  }

  private Verdict inside(JsonNode fault) {
    byte[] body = fault.toString().getBytes(StandardCharsets.UTF_8);
    return verdict(new RecordedReply("", 200, body));
  }

  private Verdict verdict(RecordedReply recorded) {
    return Answers.of(program, recorded.reply(), NOW);
  }

  private Invoice invoice(RecordedReply recorded) {
    return read("invoices", true, recorded.body()).stream()
        .filter(Invoice.class::isInstance)
        .map(Invoice.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private List<CanonicalRecord> read(String stream, boolean fetched, byte[] body) {
    List<CanonicalRecord> records = new ArrayList<>();
    try {
      program
          .translator(stream(stream), fetched, FACTS)
          .translate(new ByteArrayInputStream(body), "recorded", records::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(records).noneMatch(Problem.class::isInstance);
    return records;
  }

  private Stream stream(String name) {
    return program.manifest().streams().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<RecordedReply> recorded(String name) {
    return RecordedReply.read(
        SpecificationsTest.file("quickbooks-online/qbo_api-vcr-json/" + name));
  }
}
