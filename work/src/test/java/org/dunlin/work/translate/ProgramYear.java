package org.dunlin.work.translate;

import static org.dunlin.work.ProgramRecords.booked;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.invoice;
import static org.dunlin.work.ProgramRecords.settles;
import static org.dunlin.work.ProgramRecords.stub;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.dunlin.work.translate.ProgramPages.Said;

/**
 * What happens between an accounting program and a bank: invoices are paid, whole or in parts; some
 * payments the program books, some it books and voids, some of what it books was cash. The program
 * says so in objects with versions, the bank in one statement. No two amounts are equal.
 */
final class ProgramYear {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final int INVOICES = 4;
  private static final int CUSTOMERS = 2;

  private final Random random;
  private final List<Said> said = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, BigDecimal> totals = new TreeMap<>();
  private final Map<String, BigDecimal> paidByBank = new TreeMap<>();
  private int step;
  private int cents;

  ProgramYear(long seed) {
    random = new Random(seed);
    for (int i = 0; i < INVOICES; i++) {
      happen(i);
    }
  }

  /** What the program says, in the order in which it came about. */
  List<Said> said() {
    return List.copyOf(said);
  }

  /** The bank's statement of all days. */
  byte[] statement() {
    return BankFile.empty()
        .with(TestHub.IBAN, MONDAY, MONDAY.plusDays(6), BigDecimal.ZERO, entries)
        .bytes();
  }

  /** What is left of an invoice when all is known that its customer paid by the bank. */
  BigDecimal left(String number) {
    return Objects.requireNonNull(totals.get(number))
        .subtract(paidByBank.getOrDefault(number, BigDecimal.ZERO));
  }

  private void happen(int i) {
    String id = "I" + i;
    String number = "INV-10" + i;
    String customerId = "C" + i % CUSTOMERS;
    String name = "Customer " + "AB".charAt(i % CUSTOMERS);
    BigDecimal total = amount(300);
    totals.put(number, total);
    BigDecimal left = total;
    invoiced(id, number, customerId, name, total, left);
    if (random.nextBoolean()) {
      say("customers", customerId, customer(customerId, name, "VAT" + customerId));
    }
    for (int part = 0; part < 3; part++) {
      BigDecimal amount = amount(30 + random.nextInt(60));
      boolean cash = random.nextInt(4) == 0;
      LocalDate day = MONDAY.plusDays(random.nextInt(6));
      String reference = id + "-" + part;
      if (!cash) {
        entries.add(Entry.in(reference, day, amount.toPlainString(), name, "invoice " + number));
        paidByBank.merge(number, amount, BigDecimal::add);
      }
      if (cash || random.nextInt(3) > 0) {
        LocalDate on = day.plusDays(random.nextInt(4) - 1L);
        boolean voided = random.nextInt(5) == 0;
        left = left.subtract(amount);
        booking(reference, id, on, amount, false, number, customerId, name, total, left);
        if (voided) {
          left = left.add(amount);
          booking(reference, id, on, amount, true, number, customerId, name, total, left);
        }
      }
    }
  }

  /** The payment and the invoice bear one version, and come in either order. */
  private void booking(
      String reference,
      String id,
      LocalDate on,
      BigDecimal amount,
      boolean voided,
      String number,
      String customerId,
      String name,
      BigDecimal total,
      BigDecimal left) {
    step++;
    String text = amount.toPlainString();
    CanonicalRecord payment = booked(reference, on, text, null, null, voided);
    Said paid =
        voided
            ? Said.of("payments", reference, payment)
            : Said.of("payments", reference, payment, settles(reference, id, text));
    Said shown = shown(id, number, customerId, name, total, left);
    boolean first = random.nextBoolean();
    said.add((first ? paid : shown).at(version()));
    said.add((first ? shown : paid).at(version()));
  }

  private void invoiced(
      String id, String number, String customerId, String name, BigDecimal total, BigDecimal left) {
    step++;
    said.add(shown(id, number, customerId, name, total, left).at(version()));
  }

  private static Said shown(
      String id, String number, String customerId, String name, BigDecimal total, BigDecimal left) {
    return Said.of(
        "invoices",
        id,
        stub(customerId, name),
        invoice(
            id,
            number,
            customerId,
            MONDAY.plusDays(3),
            total.toPlainString(),
            left.toPlainString()));
  }

  private void say(String stream, String key, CanonicalRecord record) {
    step++;
    said.add(Said.of(stream, key, record).at(version()));
  }

  private String version() {
    return Instant.parse("2026-11-16T08:00:00Z").plusSeconds(60L * step).toString();
  }

  private BigDecimal amount(int euros) {
    return BigDecimal.valueOf(100L * euros + ++cents, 2);
  }
}
