package org.dunlin.sandbox.program.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.sandbox.program.Sold.euro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Sold;
import org.dunlin.sandbox.program.Specs;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the played Exact Online against the fields and types of Exact's own reference. */
class ExactReferenceTest {
  private static final Map<String, Map<String, String>> TYPES = new HashMap<>();
  private static PlayedExact exact;

  @BeforeAll
  static void fill() throws IOException {
    JsonNode reference =
        new ObjectMapper()
            .readTree(Specs.of("exact-online/rest-api-meta-data-2022-06-02.json").toFile());
    for (JsonNode entity : reference) {
      Map<String, String> types = new HashMap<>();
      for (JsonNode property : entity.path("properties")) {
        types.put(property.path("name").asText(), property.path("type").asText());
      }
      TYPES.put(entity.path("uri").asText().replace("/api/v1/{division}/", ""), types);
    }
    exact = new PlayedExact().authorised();
    exact.program.limits().lift();
    SalesDocument invoice = exact.sold.invoice("20260001");
    SalesDocument note = exact.sold.creditNote("20269001", invoice);
    exact.books.pay(invoice.id(), Sold.DAY, euro("10.00"), "bank 1");
    exact.books.receive(exact.sold.contact(), Sold.DAY, euro("7.00"), "unknown");
    exact.books.apply(note.id(), invoice.id(), euro("20.00"), Sold.DAY);
    exact.books.keepPaper(invoice.id(), new byte[] {'%', 'P', 'D', 'F'});
    exact.books.deletePayment(
        exact.books.pay(invoice.id(), Sold.DAY, euro("1.00"), "mistake").id());
    exact.app.post(
        PlayedExact.API + "documents/Documents",
        "{\"Subject\":\"Reminder\",\"Body\":\"sent\",\"Type\":55,\"Account\":\"%s\"}"
            .formatted(exact.sold.contact()));
  }

  @AfterAll
  static void close() {
    if (exact != null) {
      exact.close();
    }
  }

  static Stream<String> entities() {
    return Stream.of(
        "crm/Accounts",
        "sync/CRM/Accounts",
        "salesinvoice/SalesInvoices",
        "sync/SalesInvoice/SalesInvoices",
        "cashflow/Receivables",
        "bulk/Cashflow/Receivables",
        "sync/Cashflow/PaymentTerms",
        "read/financial/ReceivablesList",
        "read/financial/AgingReceivablesList",
        "financialtransaction/BankEntries",
        "financialtransaction/BankEntryLines",
        "financialtransaction/TransactionLines",
        "sync/Financial/TransactionLines",
        "sync/Deleted",
        "documents/Documents",
        "sync/Documents/Documents",
        "documents/DocumentAttachments",
        "financial/Journals",
        "system/Divisions");
  }

  @ParameterizedTest
  @MethodSource("entities")
  void rowsHaveTheFieldsAndTypesOfTheReference(String entity) {
    Map<String, String> types = Objects.requireNonNull(TYPES.get(entity));
    JsonNode results =
        Caller.json(exact.app.get(PlayedExact.API + entity)).path("d").path("results");
    assertThat(results).isNotEmpty();
    for (JsonNode row : results) {
      assertThat(row.at("/__metadata/uri").asText()).contains(entity);
      row.fieldNames()
          .forEachRemaining(
              name -> {
                if (!name.equals("__metadata")) {
                  assertThat(types).containsKey(name);
                  assertThat(isOf(types.getOrDefault(name, ""), row.path(name)))
                      .as(name + " is " + types.getOrDefault(name, "") + ": " + row.path(name))
                      .isTrue();
                }
              });
      assertThat(types.keySet()).allMatch(row::has);
    }
  }

  private static boolean isOf(String type, JsonNode value) {
    if (value.isNull()) {
      return true;
    }
    return switch (type) {
      case "Edm.Guid" -> value.asText().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
      case "Edm.DateTime" -> value.asText().matches("/Date\\(-?\\d+\\)/");
      case "Edm.Double" -> value.isNumber();
      case "Edm.Int16", "Edm.Int32", "Edm.Byte" -> value.isIntegralNumber();
      case "Edm.Int64" -> value.isTextual() && value.asText().matches("\\d+");
      case "Edm.Boolean" -> value.isBoolean();
      case "Edm.String", "Edm.Binary" -> value.isTextual();
      default -> value.has("__deferred");
    };
  }
}
