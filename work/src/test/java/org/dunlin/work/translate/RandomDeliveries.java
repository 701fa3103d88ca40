package org.dunlin.work.translate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;

/**
 * Files as programs drop them in the course of a week: invoices, some of them again with less
 * outstanding, another due date or another address; a statement a day, and some that cover several
 * days again. The statements contradict nothing.
 */
final class RandomDeliveries {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

  /**
   * A file.
   *
   * @param about what it says something of; only the order among files about the same matters
   */
  record Parcel(String name, String about, String content) {
    static Parcel of(String name, String about, byte[] bytes) {
      return new Parcel(name, about, new String(bytes, UTF_8));
    }
  }

  private final Random random;
  private final boolean customersChange;

  RandomDeliveries(long seed, boolean customersChange) {
    this.random = new Random(seed);
    this.customersChange = customersChange;
  }

  List<Parcel> all() {
    List<Parcel> parcels = new ArrayList<>(invoices());
    parcels.addAll(statements());
    return parcels;
  }

  /** A copy in another order, in which files about the same keep theirs. */
  static List<Parcel> inAnotherOrder(List<Parcel> parcels, Random random) {
    List<Parcel> shuffled = new ArrayList<>(parcels);
    Collections.shuffle(shuffled, random);
    List<Parcel> result = new ArrayList<>();
    for (Parcel place : shuffled) {
      long before = result.stream().filter(p -> p.about().equals(place.about())).count();
      result.add(
          parcels.stream()
              .filter(p -> p.about().equals(place.about()))
              .skip(before)
              .findFirst()
              .orElseThrow());
    }
    return result;
  }

  private List<Parcel> invoices() {
    List<Parcel> parcels = new ArrayList<>();
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String number = "INV-2026-10" + i;
      String customer = "C" + random.nextInt(3);
      InvoiceFile file = InvoiceFile.of(number, customer, MONDAY.plusDays(i), amount());
      int versions = 1 + random.nextInt(3);
      for (int v = 0; v < versions; v++) {
        parcels.add(Parcel.of(number + "-" + v + ".xml", number, file.bytes()));
        file = changed(file, v);
      }
    }
    return parcels;
  }

  private InvoiceFile changed(InvoiceFile file, int version) {
    InvoiceFile later =
        switch (random.nextInt(3)) {
          case 0 -> file.payable("0.00");
          case 1 -> file.payable(quarter(file.payable()));
          default -> file.due(file.due().plusDays(7L + version));
        };
    return customersChange && random.nextBoolean()
        ? later.to("v" + version + "@" + file.customer() + ".example")
        : later;
  }

  private static String quarter(String amount) {
    BigDecimal four = BigDecimal.valueOf(4);
    return new BigDecimal(amount).divide(four, 2, RoundingMode.DOWN).toPlainString();
  }

  private List<Parcel> statements() {
    List<Parcel> parcels = new ArrayList<>();
    List<List<Entry>> days = new ArrayList<>();
    BigDecimal opening = BigDecimal.ZERO;
    for (int d = 0; d < 4; d++) {
      LocalDate day = MONDAY.plusDays(d);
      List<Entry> entries = entries(day, d);
      days.add(entries);
      parcels.add(statement("day-" + d, day, day, opening, entries));
      opening = entries.stream().map(Entry::amount).reduce(opening, BigDecimal::add);
    }
    if (random.nextBoolean()) {
      List<Entry> all = days.stream().flatMap(List::stream).toList();
      parcels.add(statement("week", MONDAY, MONDAY.plusDays(3), BigDecimal.ZERO, all));
    }
    return parcels;
  }

  private List<Entry> entries(LocalDate day, int number) {
    List<Entry> entries = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String reference = random.nextBoolean() ? "BANK-" + number + "-" + i : null;
      BigDecimal sign = random.nextInt(5) == 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE;
      Entry entry =
          new Entry(
              reference,
              day,
              new BigDecimal(amount()).multiply(sign),
              "Customer C" + random.nextInt(3),
              "INV-2026-10" + random.nextInt(5),
              null,
              null);
      entries.add(entry);
      if (reference == null && random.nextInt(3) == 0) {
        entries.add(entry); // two equal ones a day, which only their ordinals tell apart
      }
    }
    return entries;
  }

  private static Parcel statement(
      String name, LocalDate from, LocalDate to, BigDecimal opening, List<Entry> entries) {
    byte[] bytes = BankFile.empty().with(TestHub.IBAN, from, to, opening, entries).bytes();
    return Parcel.of(name + ".xml", name, bytes);
  }

  private String amount() {
    return BigDecimal.valueOf(100L + random.nextInt(50_000), 2).toPlainString();
  }
}
