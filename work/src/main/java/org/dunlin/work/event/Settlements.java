package org.dunlin.work.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.core.event.EventKind;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.event.KnownStates;
import org.dunlin.store.event.NewEvents.Noted;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.ledger.DocumentState;
import org.jspecify.annotations.Nullable;

/**
 * Whether invoices are settled, or open again: once, and also of those that were settled before the
 * program was added, as far as what was noted tells how they stood.
 */
final class Settlements {
  /** What it is known by. */
  static final String WORD = "settled";

  /** Their record says by how much less is open. */
  private static final Set<String> LESS =
      Set.of("ALLOCATED", "ALLOCATION_STANDS_AGAIN", "ADJUSTED", "ADJUSTMENT_STANDS_AGAIN");

  /** Their record says by how much more is open. */
  private static final Set<String> MORE =
      Set.of(
          "ALLOCATION_UNDONE",
          "ADJUSTMENT_TAKEN_BACK",
          "ADJUSTMENT_GAVE_WAY",
          "ADJUSTMENT_SHOWN",
          "PAYMENT_RETURNED");

  /** By their record so much more is open as it had claimed of the invoice, if it had. */
  private static final Set<String> GIVES_WAY = Set.of("ALLOCATION_BOOKED", "ALLOCATION_CONFLICT");

  private static final Set<String> CLAIMS =
      Stream.of(Decision.AUTOMATIC, Decision.CONFIRMED, Decision.MANUAL)
          .map(Decision::name)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> BY_PROGRAM =
      Set.of("INVOICE_ADDED", "INVOICE_CHANGED", "INVOICE_REPLACED");

  /** After which an invoice may be settled, or open again. */
  static final Set<String> NOTED =
      Stream.of(LESS, MORE, GIVES_WAY, BY_PROGRAM)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private final KnownStates known;
  private final EventEndpoint endpoint;

  /** By how much more is open of an invoice than before all that was noted, until it was asked. */
  private final Map<String, BigDecimal> more = new HashMap<>();

  /** Of what is noted together. */
  Settlements(KnownStates known, EventEndpoint endpoint, Collection<Noted> noted) {
    this.known = known;
    this.endpoint = endpoint;
    for (Noted each : noted) {
      Journal.Entry entry = each.entry();
      if (isOf(entry)) {
        more.merge(entry.subjectId(), more(entry), BigDecimal::add);
      }
    }
  }

  /** Whether a row may tell of it. */
  static boolean isOf(Journal.Entry entry) {
    return entry.subjectKind().equals("invoice") && NOTED.contains(entry.event());
  }

  /** What is new of an invoice after a row; empty where nothing is. */
  Optional<EventKind> news(Journal.Entry entry, DocumentState document) {
    if (document.invoice().kind() != InvoiceKind.INVOICE
        || document.invoice().status() == InvoiceStatus.VOID) {
      return Optional.empty();
    }
    String subject = WORD + "|" + document.invoice().id();
    boolean came = entry.event().equals("INVOICE_ADDED");
    boolean was = came ? isSettled(entry.after()) : wasSettled(entry, document);
    if (was) {
      known.nowSo(endpoint, subject); // which is no news
    }
    if (came) {
      return Optional.empty();
    }
    if (document.open().isPositive()) {
      return known.noMore(endpoint, subject)
          ? Optional.of(EventKind.INVOICE_REOPENED)
          : Optional.empty();
    }
    // What is booked was allocated before, or its program says so in a row of its own.
    return !entry.event().equals("ALLOCATION_BOOKED") && known.nowSo(endpoint, subject)
        ? Optional.of(EventKind.INVOICE_SETTLED)
        : Optional.empty();
  }

  private boolean wasSettled(Journal.Entry entry, DocumentState document) {
    BigDecimal changed = more.remove(entry.subjectId());
    boolean before = changed != null && document.open().getAmount().subtract(changed).signum() <= 0;
    return before || BY_PROGRAM.contains(entry.event()) && isSettled(entry.before());
  }

  /** Whether nothing was open of an invoice, as its program says. */
  private static boolean isSettled(@Nullable String record) {
    return record != null && outstanding(record).signum() == 0;
  }

  private static BigDecimal more(Journal.Entry entry) {
    String before = entry.before();
    String after = entry.after();
    if (BY_PROGRAM.contains(entry.event())) {
      return before == null || after == null
          ? BigDecimal.ZERO
          : outstanding(after).subtract(outstanding(before));
    }
    String record = after == null ? before : after;
    if (record == null || NotedEvents.isSuggestion(entry)) {
      return BigDecimal.ZERO;
    }
    JsonNode line = NotedEvents.read(record);
    BigDecimal amount = amount(line, "amount");
    if (GIVES_WAY.contains(entry.event())) {
      return CLAIMS.contains(line.path("decision").asText()) ? amount : BigDecimal.ZERO;
    }
    return MORE.contains(entry.event())
        ? amount
        : LESS.contains(entry.event()) ? amount.negate() : BigDecimal.ZERO;
  }

  private static BigDecimal outstanding(String record) {
    JsonNode invoice = NotedEvents.read(record);
    return invoice.has("outstanding") ? amount(invoice, "outstanding") : amount(invoice, "total");
  }

  private static BigDecimal amount(JsonNode record, String field) {
    return new BigDecimal(record.path(field).asText("0"));
  }
}
