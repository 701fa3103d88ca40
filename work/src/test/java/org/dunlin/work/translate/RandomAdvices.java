package org.dunlin.work.translate;

import static org.dunlin.work.AccountFile.Kind.NOTIFICATION;
import static org.dunlin.work.AccountFile.Kind.REPORT;
import static org.dunlin.work.AccountFile.Kind.STATEMENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dunlin.work.AccountFile;
import org.dunlin.work.AccountFile.Kind;
import org.dunlin.work.AccountFile.Ntry;
import org.dunlin.work.AccountFile.Tx;
import org.dunlin.work.InvoiceFile;

/**
 * Some days of an account as a bank tells of them: statements in which some entries are sums that
 * say nothing of their payments, notifications that say it, reports of each day so far; and what a
 * bank takes back before its statement. Each payment pays an invoice of its own.
 */
final class RandomAdvices {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

  private final Random random;
  private final List<AccountFile> files = new ArrayList<>();
  private final List<InvoiceFile> invoices = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private BigDecimal moved = BigDecimal.ZERO;
  private int neverStated;
  private int number;

  RandomAdvices(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 3; i++) {
      day(MONDAY.plusDays(i));
    }
  }

  List<AccountFile> files() {
    return files;
  }

  List<InvoiceFile> invoices() {
    return invoices;
  }

  /** The invoices whose payments a statement has, and something says whose they are. */
  List<String> told() {
    return told.stream().sorted().toList();
  }

  /** What moved on the account by its statements. */
  BigDecimal moved() {
    return moved;
  }

  /** How many payments a notification told of that no statement has. */
  int neverStated() {
    return neverStated;
  }

  private void day(LocalDate day) {
    List<Ntry> stated = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      stated.add(entry(day));
    }
    Ntry gone = random.nextInt(3) == 0 ? known(made(day, 1), 0) : null;
    if (gone != null) {
      file(NOTIFICATION, "gone-" + day, day, List.of(gone));
      neverStated++;
    }
    file(STATEMENT, "day-" + day, day, stated);
    file(REPORT, "noon-" + day, day, stated.subList(0, count / 2));
    file(REPORT, "evening-" + day, day, stated);
    stated.forEach(entry -> moved = moved.add(entry.amount()));
  }

  /** An entry as the statement has it; of some a notification says more. */
  private Ntry entry(LocalDate day) {
    Ntry made = made(day, 1 + random.nextInt(3));
    boolean bare = random.nextInt(3) > 0;
    boolean notified = random.nextInt(4) > 0;
    Ntry known = known(made, random.nextInt(4));
    if (notified) {
      Ntry noticed = known.details() == null ? known : known.known(null, null, null);
      String id = known.details() == null ? "n-" + number : known.details();
      file(NOTIFICATION, id, day, List.of(noticed));
    }
    if (!bare || notified) {
      made.transactions().forEach(tx -> told.add(tx.remittance()));
    }
    return bare ? known.bare() : known;
  }

  /** What the entry is known by, but for its amount, which no other has. */
  private Ntry known(Ntry entry, int by) {
    String name = String.valueOf(number);
    return switch (by) {
      case 0 ->
          new Ntry(
              "BOOK",
              "BANK-" + name,
              "QR",
              null,
              null,
              entry.on(),
              entry.amount(),
              entry.transactions());
      case 1 -> entry.known(null, "MSG-" + name, null);
      case 2 -> entry.known("QR", null, "PMT-" + name);
      default -> entry;
    };
  }

  private Ntry made(LocalDate day, int payments) {
    List<Tx> transactions = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < payments; i++) {
      number++;
      String invoice = "INV-2026-" + (1000 + number);
      BigDecimal amount = BigDecimal.valueOf(100_000L * number + random.nextInt(90_000), 2);
      transactions.add(new Tx(amount.toPlainString(), "Customer c" + number, invoice));
      invoices.add(InvoiceFile.of(invoice, "c" + number, MONDAY, amount.toPlainString()));
      sum = sum.add(amount);
    }
    return new Ntry("BOOK", null, null, null, null, day, sum, transactions);
  }

  private void file(Kind kind, String id, LocalDate day, List<Ntry> entries) {
    Ntry pending = Ntry.of("P-" + id, day, "0.01").status("PDNG");
    files.add(
        AccountFile.of(
            kind,
            id,
            day,
            Stream.concat(entries.stream(), Stream.of(pending)).toArray(Ntry[]::new)));
  }
}
