package org.dunlin.sandbox.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Money that moves and has nothing to do with any invoice of the company. */
final class Overheads {
  private static final List<String> STAFF =
      List.of("A. de Wit", "M. Yilmaz", "J. Kuiper", "S. van Vliet", "P. Janssen");

  private final long seed;
  private final Creditor creditor;
  private final Party landlord;
  private final Party supplier;
  private final Party insurer;
  private final Party taxOffice;

  Overheads(long seed, Creditor creditor) {
    this.seed = seed;
    this.creditor = creditor;
    this.landlord = Party.of("Vastgoed Randmeren BV", "NL", seed);
    this.supplier = Party.of("GROOTHANDEL TECHNO-UNIE", "NL", seed);
    this.insurer = Party.of("Onderlinge Waarborg Verzekeringen", "NL", seed);
    this.taxOffice = Party.of("BELASTINGDIENST APELDOORN", "NL", seed);
  }

  /** On the main account, each inner list booked as one amount. */
  List<List<Movement>> onMain(LocalDate day) {
    List<List<Movement>> entries = new ArrayList<>();
    if (day.equals(BankingDays.onOrAfter(day.withDayOfMonth(1)))) {
      entries.add(List.of(out(485000, landlord, "Huur " + Creditor.STREET + " " + month(day))));
    }
    if (day.equals(BankingDays.onOrBefore(day.withDayOfMonth(25)))) {
      entries.add(salaries(day));
    }
    if (day.equals(BankingDays.onOrBefore(day.withDayOfMonth(day.lengthOfMonth())))) {
      entries.add(
          List.of(Movement.other(BankCode.CHARGES, 1895, null, "Kosten rekening " + month(day))));
    }
    if (day.getDayOfWeek() == DayOfWeek.THURSDAY) {
      entries.add(List.of(supplies(day)));
    }
    strangers(day).forEach(movement -> entries.add(List.of(movement)));
    return entries;
  }

  /** Once a month the second account is skimmed into the main one. */
  boolean movesBetweenAccounts(LocalDate day) {
    return day.equals(BankingDays.onOrAfter(day.withDayOfMonth(15)));
  }

  Movement toMain(long cents) {
    return Movement.other(BankCode.BOOK_OUT, cents, creditor.main(), "Overboeking eigen rekening");
  }

  Movement fromSecond(long cents) {
    return Movement.other(BankCode.BOOK_IN, cents, creditor.second(), "Overboeking eigen rekening");
  }

  /** Pays back what a customer paid twice. */
  static Movement refund(Movement paidTwice, String invoiceNumber) {
    return new Movement(
        BankCode.TRANSFER_OUT,
        paidTwice.amount(),
        paidTwice.other(),
        Remittance.text("Terugbetaling dubbele betaling " + invoiceNumber),
        "RETOUR-" + invoiceNumber,
        null,
        List.of(),
        null);
  }

  private List<Movement> salaries(LocalDate day) {
    List<Movement> batch = new ArrayList<>();
    for (String name : STAFF) {
      long cents = Chance.of(seed, "salary of " + name).between(210000, 395000);
      Party account = Party.of(name, "NL", seed);
      batch.add(Movement.other(BankCode.SALARY, cents, account, "Salaris " + month(day)));
    }
    return batch;
  }

  /** The supplier numbers its invoices as the company does. */
  private Movement supplies(LocalDate day) {
    Chance chance = Chance.of(seed, "supplies", day);
    String text = "Uw factuur " + day.getYear() + "-" + chance.between(1000, 1999);
    return out(chance.between(45000, 420000), supplier, text);
  }

  /** Money from strangers, some with numbers that look like the company's own. */
  private List<Movement> strangers(LocalDate day) {
    Chance chance = Chance.of(seed, "strangers", day);
    String lookalike = day.getYear() + "-00" + chance.digits(2);
    return switch (chance.between(1, 14)) {
      case 1 ->
          List.of(
              in(chance.between(4000, 60000), supplier, "Creditering " + lookalike + " retour"));
      case 2 ->
          List.of(in(chance.between(9000, 250000), insurer, "Schadenummer " + lookalike + "17"));
      case 3 ->
          List.of(
              in(
                  chance.between(30000, 310000),
                  taxOffice,
                  "OB-TERUGGAAF " + creditor.vatNumber().substring(2) + " " + month(day)));
      default -> List.of();
    };
  }

  private static String month(LocalDate day) {
    return String.format(Locale.ROOT, "%02d-%d", day.getMonthValue(), day.getYear());
  }

  private static Movement out(long cents, Party to, String text) {
    return Movement.other(BankCode.TRANSFER_OUT, cents, to, text);
  }

  private static Movement in(long cents, Party from, String text) {
    return Movement.other(BankCode.TRANSFER_IN, cents, from, text);
  }
}
