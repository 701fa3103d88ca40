package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dunlin.sandbox.world.Chronicle.Booked;
import org.dunlin.sandbox.world.Chronicle.Delivered;
import org.joda.money.Money;

/** Derives what belongs to what, and compares. */
final class Settlements {
  private Settlements() {}

  /** A payment or credit note, and an invoice. */
  private record Pair(String reference, String invoiceNumber) {}

  static List<Settlement> until(LocalDate day, List<Delivered> documents, List<Booked> bookings) {
    List<Settlement> settlements = new ArrayList<>();
    Set<String> invoices = new HashSet<>();
    for (Delivered delivered : documents) {
      if (!delivered.on().isAfter(day)) {
        invoices.add(delivered.document().number());
        settlements.addAll(credit(delivered.document()));
      }
    }
    List<Booked> known = bookings.stream().filter(b -> !b.known().isAfter(day)).toList();
    Set<String> returned = new HashSet<>();
    known.stream().map(b -> b.movement().undoes()).filter(Objects::nonNull).forEach(returned::add);
    for (Booked booked : known) {
      if (!returned.contains(booked.bankReference())) {
        for (Portion portion : booked.movement().meant()) {
          settlements.add(
              new Settlement(booked.bankReference(), portion.invoiceNumber(), portion.amount()));
        }
      }
    }
    settlements.removeIf(settlement -> !invoices.contains(settlement.invoiceNumber()));
    return List.copyOf(settlements);
  }

  static Comparison compare(
      Collection<Settlement> meant, Collection<Settlement> applied, List<Booked> bookings) {
    Map<Pair, Money> expected = new LinkedHashMap<>();
    meant.forEach(s -> expected.merge(pair(s.reference(), s), s.amount(), Money::plus));
    Map<Pair, Money> found = found(applied, bookings);
    List<Settlement> right = new ArrayList<>();
    List<Settlement> wrong = new ArrayList<>();
    List<Settlement> missing = new ArrayList<>();
    expected.forEach(
        (pair, amount) -> {
          Money got = found.getOrDefault(pair, Euro.ZERO);
          if (got.equals(amount)) {
            right.add(settlement(pair, amount));
          } else if (got.isLessThan(amount)) {
            missing.add(settlement(pair, amount.minus(got)));
          }
        });
    found.forEach(
        (pair, got) -> {
          Money amount = expected.getOrDefault(pair, Euro.ZERO);
          if (got.isGreaterThan(amount) || got.isNegative()) {
            wrong.add(settlement(pair, got.minus(amount)));
          }
        });
    return new Comparison(right, wrong, missing);
  }

  private static Map<Pair, Money> found(Collection<Settlement> applied, List<Booked> bookings) {
    Map<String, String> bankReferences = new HashMap<>();
    Map<String, String> undone = new HashMap<>();
    for (Booked booked : bookings) {
      String endToEndId = booked.movement().endToEndId();
      if (endToEndId != null) {
        bankReferences.putIfAbsent(endToEndId, booked.bankReference());
      }
      String undoes = booked.movement().undoes();
      if (undoes != null) {
        undone.put(booked.bankReference(), undoes);
      }
    }
    Map<Pair, Money> found = new LinkedHashMap<>();
    for (Settlement s : applied) {
      String reference = bankReferences.getOrDefault(s.reference(), s.reference());
      String original = undone.get(reference);
      Money amount = original == null ? s.amount() : s.amount().abs().negated();
      found.merge(pair(original == null ? reference : original, s), amount, Money::plus);
    }
    return found;
  }

  private static List<Settlement> credit(Document document) {
    String credits = document.credits();
    return credits == null
        ? List.of()
        : List.of(new Settlement(document.number(), credits, document.total()));
  }

  private static Pair pair(String reference, Settlement settlement) {
    return new Pair(reference, settlement.invoiceNumber());
  }

  private static Settlement settlement(Pair pair, Money amount) {
    return new Settlement(pair.reference(), pair.invoiceNumber(), amount);
  }
}
