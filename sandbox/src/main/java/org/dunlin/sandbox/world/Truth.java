package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dunlin.core.model.Payment;
import org.dunlin.sandbox.world.Chronicle.Booked;
import org.dunlin.sandbox.world.Chronicle.Delivered;
import org.joda.money.Money;

/**
 * What is really so, as far as the files delivered tell it: what every payment was meant for, what
 * is open, which files belong into quarantine, which reminders were wrong.
 */
public final class Truth {
  private final List<Delivered> documents;
  private final List<Booked> bookings;
  private final List<Disorder> disorder;
  private final List<Reminder> reminders;

  Truth(
      List<Delivered> documents,
      List<Booked> bookings,
      List<Disorder> disorder,
      List<Reminder> reminders) {
    this.documents = documents;
    this.bookings = List.copyOf(bookings);
    this.disorder = List.copyOf(disorder);
    this.reminders = List.copyOf(reminders);
  }

  /** Every movement that a good statement told, in the order of the statements. */
  public List<TruePayment> payments() {
    return bookings.stream().map(Truth::payment).toList();
  }

  /**
   * What belongs to what: payments and credit notes that were delivered, with the invoices
   * delivered that they are for. A collection that came back settles nothing.
   */
  public List<Settlement> settlements() {
    return Settlements.until(LocalDate.MAX, documents, bookings);
  }

  /** What is open of each invoice delivered, by number; zero where it is paid. */
  public Map<String, Money> open() {
    return open(LocalDate.MAX);
  }

  /**
   * Holds allocations against the truth. An allocation of a return counts against what it returns.
   */
  public Comparison compare(Collection<Settlement> allocations) {
    return Settlements.compare(settlements(), allocations, bookings);
  }

  /** Everything that went wrong outside so far. */
  public List<Disorder> disorder() {
    return disorder;
  }

  /** The files that belong into quarantine, and why. */
  public Map<String, String> quarantines() {
    Map<String, String> files = new TreeMap<>();
    disorder.stream()
        .filter(happened -> happened.mishap().quarantined())
        .forEach(happened -> files.put(happened.fileName(), happened.mishap().sentence()));
    return files;
  }

  /** Every invoice that was named in a message to a customer. */
  public List<Reminder> reminders() {
    return reminders;
  }

  /** Reminders for invoices of which, by the files that had come, nothing was open. */
  public List<Reminder> wrongReminders() {
    List<Reminder> wrong = new ArrayList<>();
    Map<LocalDate, Map<String, Money>> byDay = new HashMap<>();
    for (Reminder reminder : reminders) {
      Money open =
          byDay.computeIfAbsent(reminder.known(), this::open).get(reminder.invoiceNumber());
      if (open != null && !open.isPositive()) {
        wrong.add(reminder);
      }
    }
    return wrong;
  }

  /**
   * The bank's reference of a payment as a hub read it, or the provider's; empty where nobody tells
   * of it.
   */
  public Optional<String> bankReference(Payment payment) {
    return bookings.stream()
        .filter(
            booked ->
                booked.accountIban().equals(Online.ACCOUNT)
                    ? Recognition.atProvider(booked, payment)
                    : Recognition.same(booked, payment))
        .map(Booked::bankReference)
        .findFirst();
  }

  private Map<String, Money> open(LocalDate until) {
    Map<String, Money> open = new TreeMap<>();
    documents.stream()
        .filter(delivered -> !delivered.document().isCreditNote())
        .filter(delivered -> !delivered.on().isAfter(until))
        .forEach(d -> open.put(d.document().number(), d.document().total()));
    for (Settlement settlement : Settlements.until(until, documents, bookings)) {
      open.computeIfPresent(
          settlement.invoiceNumber(), (number, left) -> left.minus(settlement.amount()));
    }
    return open;
  }

  private static TruePayment payment(Booked booked) {
    Movement movement = booked.movement();
    Party other = movement.other();
    return new TruePayment(
        booked.bankReference(),
        booked.accountIban(),
        booked.bookedOn(),
        movement.code().incoming(),
        movement.amount(),
        other == null ? null : other.name(),
        movement.meant().stream()
            .map(p -> new Settlement(booked.bankReference(), p.invoiceNumber(), p.amount()))
            .toList(),
        movement.undoes());
  }
}
