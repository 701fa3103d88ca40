package org.dunlin.work.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.DocumentState;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What events say of records: ids, amounts, days and states, and nothing of persons. */
final class EventFacts {
  private static final JsonMapper JSON = new JsonMapper();

  /** Of records of every kind; names, addresses and what somebody wrote are not among them. */
  private static final List<String> TOLD =
      List.of(
          "type",
          "id",
          "paymentId",
          "creditNoteId",
          "invoiceId",
          "invoiceIds",
          "amount",
          "currency",
          "decision",
          "rule",
          "on",
          "state",
          "deadline",
          "instalments",
          "plan",
          "step",
          "channel",
          "items");

  private final Stores stores;
  private final String companyId;

  EventFacts(Stores stores, String companyId) {
    this.stores = stores;
    this.companyId = companyId;
  }

  Optional<DocumentState> find(UUID invoiceId) {
    return stores.invoices().all(companyId, List.of(invoiceId)).stream().findFirst();
  }

  /** As the invoice stands now. */
  ObjectNode ofInvoice(UUID invoiceId) {
    ObjectNode data = subject("invoice", invoiceId.toString(), "invoices", "/invoices/");
    find(invoiceId).ifPresent(invoice -> add(data, invoice));
    return data;
  }

  void add(ObjectNode data, DocumentState document) {
    ObjectNode invoice = data.putObject("invoice");
    invoice.put("id", document.invoice().id());
    invoice.put("number", document.invoice().number());
    invoice.put("kind", document.invoice().kind().name());
    invoice.put("customerId", document.invoice().customerId());
    invoice.put("status", document.invoice().status().name());
    invoice.put("currency", document.invoice().currency().getCode());
    invoice.put("total", plain(document.invoice().total()));
    invoice.put("open", plain(document.open()));
    if (document.invoice().dueDate() != null) {
      invoice.put("dueDate", String.valueOf(document.invoice().dueDate()));
    }
  }

  /** What an event is about, and where it is found. */
  ObjectNode subject(String kind, String id, @Nullable String list, @Nullable String page) {
    ObjectNode data = Telling.data();
    data.putObject("subject").put("kind", kind).put("id", id);
    ObjectNode links = data.putObject("links");
    if (list != null) {
      links.put("api", "/api/v1/companies/" + companyId + "/" + list + "/" + id);
    }
    if (page != null) {
      links.put("page", page + id + "?company=" + companyId);
    }
    return data;
  }

  /** Of a record what may be told. */
  static ObjectNode told(CanonicalRecord record) {
    return told(CanonicalWriter.line(record));
  }

  /** Of the JSON of a record what may be told. */
  static ObjectNode told(String json) {
    try {
      JsonNode record = JSON.readTree(json);
      ObjectNode told = JSON.createObjectNode();
      for (String field : TOLD) {
        if (record.has(field)) {
          told.set(field, record.get(field));
        }
      }
      return told;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store keeps JSON only", e);
    }
  }

  private static String plain(Money money) {
    BigDecimal amount = money.getAmount();
    return amount.toPlainString();
  }
}
