package org.dunlin.work.tieout;

import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.pull.ScriptedVendor;
import org.jspecify.annotations.Nullable;

/**
 * A small bookkeeping program: invoices, payments, and a report of what is owed, in pages of two.
 */
final class Till implements ScriptedVendor.Answer {
  static final String MANIFEST =
      """
      program: shop
      name: Till Books
      documentation: https://developer.till.example/
      capabilities: [read.customers, read.invoices, read.credit_notes, read.payments, read.totals]
      base: "https://api.till.example"
      authorisation: {kind: none}
      limits:
        - {name: day, requests: 1000, per: P1D, keep: 5, zone: UTC}
      streams:
        documents:
          gives: [read.customers, read.invoices, read.credit_notes]
          every: PT15M
          request: {path: /documents}
          records: .documents
          key: .id
          mapping: documents.jslt
        payments:
          gives: [read.payments]
          every: PT15M
          request: {path: /payments}
          records: .payments
          key: .id
          mapping: payments.jslt
      totals:
        includes: [invoices, credit_notes, payments]
        request: {path: /owed, query: {page: "{page.number}"}}
        records: .rows
        paging: {kind: page, first: 1, size: 2}
        key: .key
        customer: .customer
        name: .name
        currency: .currency
        outstanding: .amount
        total: .total
      """;

  static final Map<String, String> MAPPINGS =
      Map.of(
          "documents.jslt",
          """
          [
            {"type": "customer", "id": .customer, "name": .customer, "x-stub": true},
            {"type": "invoice", "id": .id, "number": .id, "kind": .kind, "customerId": .customer,
             "issueDate": "2026-11-01", "dueDate": "2026-12-01", "currency": .currency,
             "total": .total, "outstanding": .left, "status": if (zero(.left)) "PAID" else "OPEN"}
          ]
          """,
          "payments.jslt",
          """
          {"type": "payment", "id": .id, "kind": "OTHER", "direction": "IN",
           "bookingDate": "2026-11-20", "amount": .amount, "currency": "EUR"}
          """);

  /** A document, as the program has it. */
  record Document(
      String id, String customer, String kind, String currency, String total, String left) {}

  private final Map<String, Document> documents = new LinkedHashMap<>();
  private final Map<String, String> payments = new LinkedHashMap<>();
  private final Map<String, BigDecimal> otherwise = new TreeMap<>();
  private @Nullable String total;
  private Runnable whileOwedIsRead = () -> {};

  void invoice(String id, String customer, String left) {
    document(new Document(id, customer, "INVOICE", "EUR", left, left));
  }

  void document(Document document) {
    documents.put(document.id(), document);
  }

  /** Not in the lists any more, and owed no more. */
  void remove(String id) {
    documents.remove(id);
  }

  /** Money on account. */
  void payment(String id, String amount) {
    payments.put(id, amount);
  }

  /** The report says so much more of a customer than its documents. */
  void saysMore(String customer, String amount) {
    otherwise.put(customer, new BigDecimal(amount));
  }

  /** What the report says of all together; absent: nothing. */
  void saysInAll(String amount) {
    total = amount;
  }

  /** Happens each time before the first page of what is owed is given. */
  void whileOwedIsRead(Runnable happens) {
    whileOwedIsRead = happens;
  }

  @Override
  public HttpReply to(HttpCall call) {
    return switch (call.address().getPath()) {
      case "/documents" -> reply(200, "{\"documents\": [" + String.join(",", documents()) + "]}");
      case "/payments" -> reply(200, "{\"payments\": [" + String.join(",", payments()) + "]}");
      case "/owed" -> owed(Integer.parseInt(call.address().getQuery().replace("page=", "")));
      default -> reply(404, "{}");
    };
  }

  private List<String> documents() {
    return documents.values().stream()
        .map(
            d ->
                """
                {"id": "%s", "customer": "%s", "kind": "%s", "currency": "%s", "total": "%s", "left": "%s"}
                """
                    .formatted(d.id(), d.customer(), d.kind(), d.currency(), d.total(), d.left()))
        .toList();
  }

  private List<String> payments() {
    List<String> all = new ArrayList<>();
    payments.forEach(
        (id, amount) -> all.add("{\"id\": \"%s\", \"amount\": \"%s\"}".formatted(id, amount)));
    return all;
  }

  private HttpReply owed(int page) {
    if (page == 1) {
      whileOwedIsRead.run();
    }
    Map<String, BigDecimal> owed = new TreeMap<>();
    documents
        .values()
        .forEach(d -> owed.merge(d.customer() + " " + d.currency(), signed(d), BigDecimal::add));
    otherwise.forEach((customer, more) -> owed.merge(customer + " EUR", more, BigDecimal::add));
    List<String> rows = new ArrayList<>();
    owed.forEach((key, amount) -> rows.add(row(key, amount)));
    int from = Math.min((page - 1) * 2, rows.size());
    List<String> some = rows.subList(from, Math.min(from + 2, rows.size()));
    String all = total == null ? "" : ", \"total\": \"" + total + "\"";
    return reply(200, "{\"rows\": [" + String.join(",", some) + "]" + all + "}");
  }

  private static String row(String key, BigDecimal amount) {
    String[] parts = key.split(" ");
    return "{\"key\": \"%s\", \"customer\": \"%s\", \"name\": \"Name of %s\", \"currency\": \"%s\", \"amount\": \"%s\"}"
        .formatted(key, parts[0], parts[0], parts[1], amount);
  }

  private static BigDecimal signed(Document document) {
    BigDecimal left = new BigDecimal(document.left());
    return document.kind().equals("INVOICE") ? left : left.negate();
  }
}
