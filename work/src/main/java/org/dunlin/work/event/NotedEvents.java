package org.dunlin.work.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.event.EventKind;
import org.dunlin.store.Stores;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.event.NewEvents.Noted;
import org.dunlin.store.event.NewEvents.Overdue;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.ledger.DocumentState;
import org.jspecify.annotations.Nullable;

/** What the journal noted, as events. */
final class NotedEvents {
  /** After which an invoice may be overdue that was not when its day was over. */
  private static final Set<String> CAME =
      Set.of("INVOICE_ADDED", "INVOICE_CHANGED", "INVOICE_REPLACED");

  /** What is overdue is known by this. */
  static final String OVERDUE = "overdue";

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
    List<String> events = new ArrayList<>(Settlements.NOTED);
    for (EventKind kind : EventKind.choices()) {
      events.addAll(kind.noted());
    }
    List<Noted> rows = stores.events().news().between(endpoint.companyId(), after, to, events);
    Settlements settlements = new Settlements(stores.events().known(), endpoint, rows);
    rows.forEach(row -> tell(row, settlements));
  }

  private void tell(Noted noted, Settlements settlements) {
    Journal.Entry entry = noted.entry();
    Optional<EventKind> kind = EventKind.noted(entry.event()).filter(telling::wants);
    if (kind.isPresent() && !isSuggestion(entry)) {
      telling.tell(kind.get(), entry.at(), about(noted), data(noted));
    }
    boolean watched =
        telling.wants(EventKind.INVOICE_SETTLED) || telling.wants(EventKind.INVOICE_REOPENED);
    if (watched && Settlements.isOf(entry)) {
      facts
          .find(UUID.fromString(entry.subjectId()))
          .ifPresent(
              invoice ->
                  settlements.news(entry, invoice).ifPresent(news -> tell(news, noted, invoice)));
    }
    if (CAME.contains(entry.event()) && telling.wants(EventKind.INVOICE_OVERDUE)) {
      late(entry);
    }
  }

  /** Tells that something of an invoice is overdue, once for the day on which it was due. */
  void overdue(Overdue overdue, Instant at) {
    String subject = OVERDUE + "|" + overdue.invoiceId() + "|" + overdue.dueDate();
    if (telling.wants(EventKind.INVOICE_OVERDUE)
        && stores.events().known().nowSo(endpoint, subject)) {
      telling.tell(
          EventKind.INVOICE_OVERDUE,
          at,
          overdue.customerId().toString(),
          facts.ofInvoice(overdue.invoiceId()));
    }
  }

  /** The day on which it was due was over when it came, or became what it is. */
  private void late(Journal.Entry entry) {
    LocalDate day = endpoint.overdueTo();
    if (!wasOverdue(entry.before(), day)) {
      stores
          .events()
          .news()
          .overdue(endpoint.companyId(), UUID.fromString(entry.subjectId()), day)
          .ifPresent(overdue -> overdue(overdue, entry.at()));
    }
  }

  private static boolean wasOverdue(@Nullable String record, LocalDate day) {
    if (record == null) {
      return false;
    }
    JsonNode invoice = read(record);
    String due = invoice.path("dueDate").asText("");
    return !due.isEmpty()
        && LocalDate.parse(due).isBefore(day)
        && new BigDecimal(invoice.path("outstanding").asText("1")).signum() > 0;
  }

  private void tell(EventKind kind, Noted noted, DocumentState document) {
    String id = document.invoice().id();
    ObjectNode data = facts.subject("invoice", id, "invoices", "/invoices/");
    facts.add(data, document);
    telling.tell(kind, noted.entry().at(), about(noted), data);
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

  static boolean isSuggestion(Journal.Entry entry) {
    String after = entry.after();
    return after != null && read(after).path("decision").asText().equals("SUGGESTED");
  }

  static JsonNode read(@Nullable String json) {
    try {
      return JSON.readTree(String.valueOf(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store keeps JSON only", e);
    }
  }
}
