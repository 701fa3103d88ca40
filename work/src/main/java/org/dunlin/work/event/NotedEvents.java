package org.dunlin.work.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.event.EventKind;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.store.Stores;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.event.NewEvents.Noted;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.ledger.DocumentState;
import org.jspecify.annotations.Nullable;

/** What the journal noted, as events. */
final class NotedEvents {
  /** After which an invoice may be settled, or open again. */
  private static final Set<String> SETTLING =
      Set.of(
          "ALLOCATED",
          "ALLOCATION_BOOKED",
          "ALLOCATION_CONFLICT",
          "ALLOCATION_STANDS_AGAIN",
          "ALLOCATION_UNDONE",
          "ADJUSTED",
          "ADJUSTMENT_TAKEN_BACK",
          "ADJUSTMENT_GAVE_WAY",
          "ADJUSTMENT_STANDS_AGAIN",
          "INVOICE_ADDED",
          "INVOICE_CHANGED",
          "INVOICE_REPLACED",
          "PAYMENT_RETURNED");

  private static final String SETTLED = "settled|";
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;
  private final EventEndpoint endpoint;
  private final Telling telling;
  private final EventFacts facts;

  NotedEvents(Stores stores, EventEndpoint endpoint, Telling telling) {
    this.stores = stores;
    this.endpoint = endpoint;
    this.telling = telling;
    this.facts = new EventFacts(stores, endpoint.companyId());
  }

  /** Tells what was noted after one row and up to another. */
  void tell(UUID after, UUID to) {
    List<String> events = new ArrayList<>(SETTLING);
    for (EventKind kind : EventKind.choices()) {
      events.addAll(kind.noted());
    }
    stores.events().news().between(endpoint.companyId(), after, to, events).forEach(this::tell);
  }

  private void tell(Noted noted) {
    Journal.Entry entry = noted.entry();
    Optional<EventKind> kind = EventKind.noted(entry.event()).filter(telling::wants);
    if (kind.isPresent() && !isSuggestion(entry)) {
      telling.tell(kind.get(), entry.at(), about(noted), data(noted));
    }
    boolean watched =
        telling.wants(EventKind.INVOICE_SETTLED) || telling.wants(EventKind.INVOICE_REOPENED);
    if (watched && SETTLING.contains(entry.event()) && entry.subjectKind().equals("invoice")) {
      facts.find(UUID.fromString(entry.subjectId())).ifPresent(invoice -> settled(noted, invoice));
    }
  }

  /** That an invoice is settled is told once, until it is open again. */
  private void settled(Noted noted, DocumentState document) {
    Journal.Entry entry = noted.entry();
    String subject = SETTLED + document.invoice().id();
    if (document.invoice().kind() != InvoiceKind.INVOICE
        || document.invoice().status() == InvoiceStatus.VOID) {
      return;
    }
    boolean came = entry.event().equals("INVOICE_ADDED");
    if (isSettled(came ? entry.after() : entry.before(), entry)) {
      stores.events().log().nowSo(endpoint, subject); // which is no news
    }
    if (came) {
      return;
    }
    boolean open = document.open().isPositive();
    if (!open && stores.events().log().nowSo(endpoint, subject)) {
      tell(EventKind.INVOICE_SETTLED, noted, document);
    }
    if (open && stores.events().log().noMore(endpoint, subject)) {
      tell(EventKind.INVOICE_REOPENED, noted, document);
    }
  }

  private void tell(EventKind kind, Noted noted, DocumentState document) {
    String id = document.invoice().id();
    ObjectNode data = facts.subject("invoice", id, "invoices", "/invoices/");
    facts.add(data, document);
    telling.tell(kind, noted.entry().at(), about(noted), data);
  }

  /** Whether nothing was open of an invoice, as its program says. */
  private static boolean isSettled(@Nullable String record, Journal.Entry entry) {
    return record != null
        && entry.event().startsWith("INVOICE_")
        && new BigDecimal(read(record).path("outstanding").asText("1")).signum() == 0;
  }

  private ObjectNode data(Noted noted) {
    Journal.Entry entry = noted.entry();
    ObjectNode data =
        switch (entry.subjectKind()) {
          case "invoice" -> facts.ofInvoice(UUID.fromString(entry.subjectId()));
          case "customer" ->
              facts.subject("customer", entry.subjectId(), "customers", "/customers/");
          case "action" -> facts.subject("action", entry.subjectId(), "actions", null);
          default -> facts.subject(entry.subjectKind(), entry.subjectId(), null, null);
        };
    UUID customer = noted.customerId();
    if (customer != null) {
      data.put("customerId", customer.toString());
    }
    record(entry).ifPresent(record -> data.set("record", record));
    return data;
  }

  private Optional<ObjectNode> record(Journal.Entry entry) {
    if (entry.subjectKind().equals("action")) {
      return stores.actions().find(endpoint.companyId(), entry.subjectId()).map(EventFacts::told);
    }
    String said = entry.after() == null ? entry.before() : entry.after();
    return said == null || entry.event().startsWith("INVOICE_")
        ? Optional.empty()
        : Optional.of(EventFacts.told(said));
  }

  /** What a customer's events keep their order by; what is about none keeps it by itself. */
  private static String about(Noted noted) {
    UUID customer = noted.customerId();
    Journal.Entry entry = noted.entry();
    return customer == null ? entry.subjectKind() + " " + entry.subjectId() : customer.toString();
  }

  private static boolean isSuggestion(Journal.Entry entry) {
    String after = entry.after();
    return after != null && read(after).path("decision").asText().equals("SUGGESTED");
  }

  private static JsonNode read(@Nullable String json) {
    try {
      return JSON.readTree(String.valueOf(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store keeps JSON only", e);
    }
  }
}
