package org.dunlin.work.contract.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.contract.Calls;
import org.dunlin.work.contract.Replies;

/** The accounting API of one company. The answer to a request id is kept, and given again. */
final class QuickBooksApi {
  private static final Set<String> OF_A_PAYMENT =
      Set.of(
          "CustomerRef",
          "CurrencyRef",
          "TxnDate",
          "TotalAmt",
          "PaymentRefNum",
          "PrivateNote",
          "DepositToAccountRef",
          "PaymentMethodRef",
          "ExchangeRate",
          "Line");
  private static final Set<String> OF_A_CHANGED_INVOICE =
      Set.of("Id", "SyncToken", "sparse", "PrivateNote", "CustomerMemo", "DueDate");
  private static final int LONGEST_REFERENCE = 21;

  private final QuickBooksBooks books;
  private final Map<String, HttpReply> answered = new HashMap<>();

  QuickBooksApi(QuickBooksBooks books) {
    this.books = books;
  }

  /**
   * Answers.
   *
   * @param path what follows the company
   */
  HttpReply answer(HttpCall call, String[] path) {
    Map<String, String> query = Calls.query(call);
    if (call.method().equals("POST")) {
      String request = query.getOrDefault("requestid", "");
      return request.isEmpty()
          ? written(call, path[0], query)
          : answered.computeIfAbsent(request, first -> written(call, path[0], query));
    }
    return switch (path[0]) {
      case "query" -> queried(query.getOrDefault("query", ""));
      case "cdc" -> changes(query);
      default -> path.length == 3 ? paper(path) : one(path);
    };
  }

  private HttpReply queried(String text) {
    QuickBooksQuery query;
    try {
      query = QuickBooksQuery.parse(text);
    } catch (QuickBooksQuery.Wrong e) {
      return QuickBooksFaults.validation(
          "4000", "Error parsing query", String.valueOf(e.getMessage()));
    }
    Optional<Collection<ObjectNode>> all = books.all(query.entity());
    if (all.isEmpty()) {
      return QuickBooksFaults.validation(
          "4001",
          "Invalid query",
          "QueryValidationError: invalid context declaration: " + query.entity());
    }
    List<ObjectNode> rows = query.of(all.get());
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    if (!rows.isEmpty()) {
      response.putArray(query.entity()).addAll(rows);
      response.put("startPosition", query.start()).put("maxResults", rows.size());
    }
    return timed("QueryResponse", response);
  }

  private HttpReply changes(Map<String, String> query) {
    Instant since = OffsetDateTime.parse(query.getOrDefault("changedSince", "")).toInstant();
    ArrayNode responses = JsonNodeFactory.instance.arrayNode();
    ArrayNode parts = responses.addObject().putArray("QueryResponse");
    for (String entity : query.getOrDefault("entities", "").split(",")) {
      ObjectNode part = parts.addObject();
      ArrayNode changed = JsonNodeFactory.instance.arrayNode();
      books.all(entity).orElse(List.of()).stream()
          .filter(each -> !updated(each).isBefore(since))
          .forEach(changed::add);
      for (QuickBooksBooks.Deleted gone : books.deletedSince(entity, since)) {
        ObjectNode left = changed.addObject().put("domain", "QBO").put("status", "Deleted");
        left.put("Id", gone.id());
        left.putObject("MetaData").put("LastUpdatedTime", QuickBooksBooks.time(gone.at()));
      }
      if (!changed.isEmpty()) {
        part.set(entity, changed);
        part.put("startPosition", 1).put("maxResults", changed.size());
      }
    }
    return timed("CDCResponse", responses);
  }

  private static Instant updated(ObjectNode entity) {
    return OffsetDateTime.parse(entity.at("/MetaData/LastUpdatedTime").asText()).toInstant();
  }

  private HttpReply one(String[] path) {
    String entity = entity(path[0]);
    return books
        .find(entity, path[1])
        .map(found -> timed(entity, found))
        .orElseGet(QuickBooksFaults::notFound);
  }

  private HttpReply paper(String[] path) {
    return books
        .find(entity(path[0]), path[1])
        .map(
            found ->
                new HttpReply(
                    200,
                    Map.of("content-type", List.of("application/pdf")),
                    ("%PDF-1.4 " + found.path("DocNumber").asText())
                        .getBytes(StandardCharsets.US_ASCII)))
        .orElseGet(QuickBooksFaults::notFound);
  }

  private static String entity(String path) {
    return switch (path) {
      case "invoice" -> QuickBooksBooks.INVOICE;
      case "payment" -> QuickBooksBooks.PAYMENT;
      case "customer" -> QuickBooksBooks.CUSTOMER;
      case "creditmemo" -> QuickBooksBooks.CREDIT_MEMO;
      default -> path;
    };
  }

  private HttpReply written(HttpCall call, String path, Map<String, String> query) {
    ObjectNode body = (ObjectNode) Replies.json(call.body());
    return switch (path) {
      case "payment" -> "void".equals(query.get("include")) ? voided(body, query) : paid(body);
      case "invoice" -> changed(body);
      default -> QuickBooksFaults.validation("500", "Unsupported Operation", path);
    };
  }

  private HttpReply paid(ObjectNode body) {
    Optional<HttpReply> unknown = unknown(body, OF_A_PAYMENT);
    if (unknown.isPresent()) {
      return unknown.get();
    }
    if (body.at("/CustomerRef/value").asText().isEmpty() || !body.path("TotalAmt").isNumber()) {
      return QuickBooksFaults.validation("2020", "Required param missing", "CustomerRef, TotalAmt");
    }
    if (body.path("PaymentRefNum").asText().length() > LONGEST_REFERENCE) {
      return QuickBooksFaults.validation("2050", "String length is too long", "PaymentRefNum");
    }
    BigDecimal applied = BigDecimal.ZERO;
    for (JsonNode line : body.path("Line")) {
      Optional<ObjectNode> invoice =
          books.find(QuickBooksBooks.INVOICE, line.at("/LinkedTxn/0/TxnId").asText());
      if (invoice.isEmpty()) {
        return QuickBooksFaults.validation("2500", "Invalid Reference Id", "LinkedTxn");
      }
      if (less(invoice.get().path("Balance"), line.path("Amount"))) {
        return QuickBooksFaults.validation("6000", "A business validation error", "too much");
      }
      applied = applied.add(line.path("Amount").decimalValue());
    }
    if (applied.compareTo(body.path("TotalAmt").decimalValue()) > 0) {
      return QuickBooksFaults.validation(
          "6000", "A business validation error", "more than TotalAmt");
    }
    return timed(QuickBooksBooks.PAYMENT, books.enter(body));
  }

  /** Void a payment: operation=update with include=void, by id and token, sparse. */
  private HttpReply voided(ObjectNode body, Map<String, String> query) {
    Optional<HttpReply> unknown = unknown(body, Set.of("Id", "SyncToken", "sparse"));
    if (unknown.isPresent()
        || !body.path("sparse").asBoolean()
        || !"update".equals(query.get("operation"))) {
      return unknown.orElseGet(
          () -> QuickBooksFaults.validation("2020", "Required param missing", "sparse"));
    }
    ObjectNode payment = books.find(QuickBooksBooks.PAYMENT, body.path("Id").asText()).orElse(null);
    if (payment == null) {
      return QuickBooksFaults.notFound();
    }
    if (!payment.path("SyncToken").equals(body.path("SyncToken"))) {
      return QuickBooksFaults.stale();
    }
    books.voidPayment(payment);
    return timed(QuickBooksBooks.PAYMENT, payment);
  }

  private static boolean less(JsonNode left, JsonNode right) {
    return left.decimalValue().compareTo(right.decimalValue()) < 0;
  }

  private HttpReply changed(ObjectNode body) {
    Optional<HttpReply> unknown = unknown(body, OF_A_CHANGED_INVOICE);
    if (unknown.isPresent() || !body.path("sparse").asBoolean()) {
      return unknown.orElseGet(
          () -> QuickBooksFaults.validation("2020", "Required param missing", "Line"));
    }
    ObjectNode invoice = books.find(QuickBooksBooks.INVOICE, body.path("Id").asText()).orElse(null);
    if (invoice == null) {
      return QuickBooksFaults.notFound();
    }
    if (!invoice.path("SyncToken").equals(body.path("SyncToken"))) {
      return QuickBooksFaults.stale();
    }
    body.remove(List.of("sparse", "SyncToken", "Id"));
    invoice.setAll(body);
    books.changed(invoice);
    return timed(QuickBooksBooks.INVOICE, invoice);
  }

  private static Optional<HttpReply> unknown(ObjectNode body, Set<String> known) {
    Set<String> names = new TreeSet<>();
    body.fieldNames().forEachRemaining(names::add);
    names.removeAll(known);
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            QuickBooksFaults.validation(
                "2010",
                "Request has invalid or unsupported property",
                "Property Name:Unrecognized field " + names));
  }

  private static HttpReply timed(String name, JsonNode content) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set(name, content);
    body.put("time", QuickBooksBooks.time(Instant.now()));
    return Replies.json(200, body);
  }
}
