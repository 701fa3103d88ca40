package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dunlin.core.matching.History.KnownPayer;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.PlausiblePayments;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.InvoiceKind;
import org.jspecify.annotations.Nullable;

/**
 * Which open invoices could be settled by money that nobody has allocated: what came in, what a
 * program booked and did not apply, what a bank told of, a customer's own credit, open credit
 * notes. The hub and {@code dunlin dun} both find it out here, so that they cannot differ.
 */
public final class UndecidedMoney {
  private final Supplier<MatchFacts> items;
  private final Supplier<List<KnownPayer>> known;
  private final Map<String, LocalDate> cameIn = new TreeMap<>();
  private final Set<String> credited = new TreeSet<>();
  private final Set<String> inFlight = new TreeSet<>();

  /** Which has said what credit notes could settle, and no payment has been held against it. */
  private @Nullable PlausiblePayments laidOut;

  /** Days of the payments that are being looked at; others that are named are credit notes. */
  private final Map<String, LocalDate> days = new HashMap<>();

  /**
   * @param items what is open, credit notes among it, and what people refused
   * @param known which accounts paid for whom before
   */
  public UndecidedMoney(MatchFacts items, List<KnownPayer> known) {
    this(() -> items, () -> known);
  }

  /** The same, asked for only where there is money that something could be settled by. */
  public UndecidedMoney(Supplier<MatchFacts> items, Supplier<List<KnownPayer>> known) {
    this.items = items;
    this.known = known;
  }

  /** Takes payments of which something is unallocated, page after page in booking order. */
  public void cameIn(Consumer<Consumer<List<UnallocatedPayment>>> pages) {
    each(
        pages,
        this::untouched,
        page -> {
          days.clear();
          page.forEach(each -> days.put(each.payment().id(), each.payment().bookingDate()));
        });
  }

  /** Takes the open credit notes, which customers deduct by themselves. */
  public void creditNotes() {
    MatchFacts facts = items.get();
    boolean any =
        facts.documents().stream()
            .anyMatch(each -> each.document().kind() == InvoiceKind.CREDIT_NOTE);
    if (any) {
      laidOut = new PlausiblePayments(facts, known.get(), this::cameIn);
    }
  }

  /** Takes money of which a bank told and that no statement shows yet, page after page. */
  public void onItsWay(Consumer<Consumer<List<UnallocatedPayment>>> pages) {
    each(
        pages,
        () ->
            new PlausiblePayments(
                items.get(), known.get(), (invoiceId, by) -> inFlight.add(invoiceId)),
        page -> {});
  }

  /** What is open is laid out for comparing only where there is something to compare. */
  private void each(
      Consumer<Consumer<List<UnallocatedPayment>>> pages,
      Supplier<PlausiblePayments> layOut,
      Consumer<List<UnallocatedPayment>> before) {
    List<PlausiblePayments> asked = new ArrayList<>(1);
    pages.accept(
        page -> {
          if (!page.isEmpty()) {
            if (asked.isEmpty()) {
              asked.add(layOut.get());
            }
            before.accept(page);
            asked.getFirst().next(page);
          }
        });
  }

  /** To lay out all that is open is most of the work, so what credit notes needed serves again. */
  private PlausiblePayments untouched() {
    PlausiblePayments there = laidOut;
    laidOut = null;
    return there != null ? there : new PlausiblePayments(items.get(), known.get(), this::cameIn);
  }

  /** Takes invoices that their customers' credit covers. */
  public void credited(Collection<String> invoiceIds) {
    credited.addAll(invoiceIds);
  }

  /** What payments that came in could settle, and since when. */
  public List<PlausiblyPaid> plausiblyPaid() {
    return cameIn.entrySet().stream()
        .map(each -> new PlausiblyPaid(each.getKey(), each.getValue()))
        .toList();
  }

  /** All that holds now. */
  public List<Hold> holds() {
    Set<String> plausible = new TreeSet<>(cameIn.keySet());
    plausible.addAll(credited);
    List<Hold> holds = new ArrayList<>();
    plausible.forEach(id -> holds.add(new Hold(null, id, HoldReason.PLAUSIBLE_PAYMENT, null)));
    inFlight.forEach(id -> holds.add(new Hold(null, id, HoldReason.PAYMENT_IN_FLIGHT, null)));
    return holds;
  }

  private void cameIn(String invoiceId, String settledBy) {
    LocalDate day = days.get(settledBy);
    if (day == null) {
      credited.add(invoiceId);
    } else {
      cameIn.merge(invoiceId, day, (a, b) -> a.isBefore(b) ? a : b);
    }
  }
}
