package org.dunlin.sandbox.world;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dunlin.sandbox.world.OutsideFile.Writing;
import org.joda.money.Money;

/** Makes the files of a day, and lets go wrong with them what is to go wrong. */
final class Deliveries {
  private static final Money SLIP = Euro.cents(10000);

  private final long seed;
  private final Creditor creditor;
  private final Chronicle chronicle;
  private final Map<LocalDate, List<Parcel>> later = new TreeMap<>();

  Deliveries(long seed, Creditor creditor, Chronicle chronicle) {
    this.seed = seed;
    this.creditor = creditor;
    this.chronicle = chronicle;
  }

  /**
   * The files of a day.
   *
   * @param documents of the accounting program; the first is the one to which something happens
   * @param statements of the banks; here too the first
   */
  List<OutsideFile> of(
      LocalDate day, List<Document> documents, List<BankDay> statements, Optional<Mishap> mishap) {
    List<Parcel> parcels = new ArrayList<>();
    documents.forEach(document -> parcels.add(parcel(document)));
    statements.forEach(statement -> parcels.add(parcel(statement)));
    mishap.ifPresent(m -> happen(m, day, documents.getFirst(), statements.getFirst(), parcels));
    List<Parcel> held = later.remove(day);
    if (held != null) {
      parcels.addAll(held);
    }
    parcels.forEach(parcel -> parcel.arrive(day));
    return parcels.stream().map(this::file).toList();
  }

  private void happen(
      Mishap mishap, LocalDate day, Document document, BankDay statement, List<Parcel> parcels) {
    Parcel invoice = parcel(document);
    Parcel balance = parcel(statement);
    String struck =
        switch (mishap) {
          case STATEMENT_TWICE -> add(parcels, balance.named("_kopie").withBytes(balance.bytes()));
          case INVOICE_TWICE -> add(parcels, invoice.named("_kopie").withBytes(invoice.bytes()));
          case INVOICE_EXPORTED_AGAIN ->
              add(parcels, invoice.named(" (2)").withBytes(exportedAgain(invoice.bytes())));
          case INVOICE_LATE -> {
            hold(BankingDays.after(day, 4), invoice);
            yield remove(parcels, invoice);
          }
          case INVOICE_TRUNCATED -> {
            hold(BankingDays.after(day, 2), invoice.named("-herzonden"));
            remove(parcels, invoice);
            yield add(parcels, invoice.withBytes(truncated(invoice.bytes())));
          }
          case STATEMENT_NOT_TYING -> {
            hold(BankingDays.after(day, 1), balance.named("_correctie"));
            remove(parcels, balance);
            BankDay wrong = statement.withClosing(statement.closing().plus(SLIP));
            yield add(parcels, balance.withBytes(StatementFile.of(wrong)));
          }
          case STATEMENT_OF_UNKNOWN_ACCOUNT -> add(parcels, unknown(day));
        };
    chronicle.disorder(new Disorder(day, struck, mishap));
  }

  private Parcel parcel(Document document) {
    return new Parcel(
        document.fileName(),
        InvoiceFile.of(document, creditor),
        day -> chronicle.delivered(document, day));
  }

  private Parcel parcel(BankDay statement) {
    return new Parcel(
        statement.fileName(),
        StatementFile.of(statement),
        day -> chronicle.delivered(statement, day));
  }

  private Parcel unknown(LocalDate day) {
    Party stranger = Party.of("Andere Zaak B.V.", "NL", seed);
    BankAccount account = new BankAccount(stranger, CamtVersion.V02, Euro.cents(100000));
    Movement movement =
        Movement.other(BankCode.TRANSFER_IN, 12100, creditor.main(), "factuur 2026-0001");
    BankDay statement = account.book(day, List.of(List.of(movement)));
    return Parcel.idle(statement.fileName(), StatementFile.of(statement));
  }

  private void hold(LocalDate until, Parcel parcel) {
    later.computeIfAbsent(until, d -> new ArrayList<>()).add(parcel);
  }

  private static String add(List<Parcel> parcels, Parcel parcel) {
    parcels.add(parcel);
    return parcel.name();
  }

  private static String remove(List<Parcel> parcels, Parcel parcel) {
    parcels.removeIf(other -> other.name().equals(parcel.name()));
    return parcel.name();
  }

  private static byte[] truncated(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length * 3 / 5);
  }

  private static byte[] exportedAgain(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return (text + "<!-- export 2 -->\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private OutsideFile file(Parcel parcel) {
    Chance chance = Chance.of(seed, "writing of " + parcel.name());
    Writing writing = Writing.AT_ONCE;
    if (chance.oneIn(12)) {
      writing = Writing.IN_TWO_PARTS;
    } else if (chance.oneIn(3)) {
      writing = Writing.RENAMED;
    }
    return new OutsideFile(parcel.name(), parcel.bytes(), writing);
  }
}
