package org.dunlin.store.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a customer, an invoice or a payment, the newest first: what the journal notes,
 * what was applied, what left and what came in. Ids sort by the time of their making, whatever they
 * name, so that a place in the list is an id.
 */
public final class Timeline {
  private final Journal journal;
  private final Messages messages;
  private final Deliveries deliveries;
  private final AllocationLines allocations;

  Timeline(DataSource pool, Journal journal, Messages messages, Deliveries deliveries) {
    this.journal = journal;
    this.messages = messages;
    this.deliveries = deliveries;
    allocations = new AllocationLines(pool);
  }

  /** Something that happened. */
  public sealed interface Event {
    /** What sorts it. */
    UUID id();

    /** When it happened. */
    Instant at();
  }

  /** The journal noted it. */
  public record Noted(Journal.Entry entry) implements Event {
    @Override
    public UUID id() {
      return entry.id();
    }

    @Override
    public Instant at() {
      return entry.at();
    }
  }

  /** An amount was applied, or matching suggests to apply it. */
  public record Applied(AllocationLine line) implements Event {
    @Override
    public UUID id() {
      return line.id();
    }

    @Override
    public Instant at() {
      return line.decidedAt();
    }
  }

  /** A message was decided; its line says what became of it. */
  public record Message(Messages.Line line) implements Event {
    @Override
    public UUID id() {
      return line.id();
    }

    @Override
    public Instant at() {
      return line.decidedAt();
    }
  }

  /** A delivery came in that brought it. */
  public record Received(Delivery delivery) implements Event {
    @Override
    public UUID id() {
      return delivery.id();
    }

    @Override
    public Instant at() {
      return delivery.receivedAt();
    }
  }

  /** What happened to a customer, its invoices and its reminders. */
  public Page<Event> ofCustomer(
      String companyId, UUID customerId, @Nullable Cursor after, int most) {
    UUID before = after == null ? null : after.id(0);
    return newest(
        most,
        noted(journal.aboutCustomer(companyId, customerId, before, most + 1)),
        applied(allocations.ofCustomer(companyId, customerId, before, most + 1)),
        messages.aboutCustomer(companyId, customerId, before, most + 1).stream().map(Message::new));
  }

  /** What happened to an invoice or a credit note. */
  public Page<Event> ofInvoice(String companyId, UUID invoiceId, @Nullable Cursor after, int most) {
    UUID before = after == null ? null : after.id(0);
    return newest(
        most,
        noted(journal.about(companyId, "invoice", invoiceId, before, most + 1)),
        applied(allocations.ofDocument(companyId, invoiceId, before, most + 1)),
        messages.aboutInvoice(companyId, invoiceId, before, most + 1).stream().map(Message::new));
  }

  /** What happened to a payment. */
  public Page<Event> ofPayment(String companyId, UUID paymentId, @Nullable Cursor after, int most) {
    UUID before = after == null ? null : after.id(0);
    Stream<Event> received =
        deliveries.ofPayment(companyId, paymentId).stream()
            .map(line -> new Received(line.delivery()));
    return newest(
        most,
        noted(journal.about(companyId, "payment", paymentId, before, most + 1)),
        applied(allocations.ofPayment(companyId, paymentId, before, most + 1)),
        received.filter(event -> before == null || asTheDatabaseDoes(event.id(), before) < 0));
  }

  private static Stream<Event> noted(List<Journal.Entry> entries) {
    return entries.stream().map(Noted::new);
  }

  private static Stream<Event> applied(List<AllocationLine> lines) {
    return lines.stream().map(Applied::new);
  }

  @SafeVarargs
  private static Page<Event> newest(int most, Stream<? extends Event>... sources) {
    List<Event> all = new ArrayList<>();
    for (Stream<? extends Event> source : sources) {
      source.forEach(all::add);
    }
    all.sort(Comparator.comparing(Event::id, Timeline::asTheDatabaseDoes).reversed());
    return Page.of(
        all.subList(0, Math.min(all.size(), most + 1)), most, event -> Cursor.at(event.id()));
  }

  /** By their bytes without sign; Java takes the halves for signed numbers. */
  private static int asTheDatabaseDoes(UUID a, UUID b) {
    int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }
}
