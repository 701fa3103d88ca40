package org.dunlin.config.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dunlin.config.crash.Books.Told;
import org.dunlin.sandbox.program.books.Kept;
import org.dunlin.sandbox.program.books.Note;
import org.dunlin.sandbox.program.books.Receipt;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.Shelf;
import org.dunlin.sandbox.program.books.Stamp;

/** What must be so of the ledger and of the books of the program that the hub reads and tells. */
final class ProgramInvariants {
  private static final Set<String> ENDED = Set.of("SENT", "CANCELLED");

  private final org.dunlin.sandbox.program.books.Books program;
  private final Books ledger;

  ProgramInvariants(Moneybird moneybird, Books ledger) {
    this.program = moneybird.books();
    this.ledger = ledger;
  }

  /** All of them. */
  void hold() {
    everyDocumentIsInTheLedgerOnceWithItsAmounts();
    allThatTheProgramWasToBeToldIsToldOrWithdrawn();
    everyPaymentThatWasToldStandsInTheProgramOnce();
    everyNoteThatWasToldStandsInTheProgramOnce();
    everyStreamWentOn();
  }

  private void everyDocumentIsInTheLedgerOnceWithItsAmounts() {
    assertThat(ledger.documents())
        .filteredOn(document -> document.connection().equals(Moneybird.NAME))
        .extracting(d -> d.kind() + " " + d.number() + " " + d.total() + " open " + d.outstanding())
        .containsExactlyInAnyOrderElementsOf(
            program.documents().all().stream().map(this::words).toList());
  }

  private String words(SalesDocument document) {
    return document.kind()
        + " "
        + document.draft().number()
        + " "
        + document.total().getAmount()
        + " open "
        + program.sums().open(document).getAmount();
  }

  /** Or withdrawn, where a payment went back to its payer before its program was told of it. */
  private void allThatTheProgramWasToBeToldIsToldOrWithdrawn() {
    assertThat(ledger.told()).extracting(Told::state).contains("SENT").isSubsetOf(ENDED);
  }

  /**
   * Or stands there no more, where its money went back and the program was told to take it back.
   */
  private void everyPaymentThatWasToldStandsInTheProgramOnce() {
    assertThat(program.receipts().all(receipt -> !receipt.deleted()))
        .extracting(ProgramInvariants::words)
        .containsExactlyInAnyOrderElementsOf(
            told("PAYMENT")
                .filter(told -> !told.takenBack())
                .map(told -> told.reference() + " " + told.amount())
                .toList());
    assertThat(program.receipts().all(Receipt::deleted))
        .extracting(Receipt::reference)
        .containsExactlyInAnyOrderElementsOf(
            told("PAYMENT").filter(Told::takenBack).map(Told::reference).toList());
  }

  private static String words(Receipt receipt) {
    return receipt.reference() + " " + receipt.amount().getAmount();
  }

  private void everyNoteThatWasToldStandsInTheProgramOnce() {
    List<String> references = told("NOTE").map(Told::reference).toList();
    List<Note> notes = program.notes().all();
    assertThat(notes).hasSameSizeAs(references);
    assertThat(references)
        .allSatisfy(
            reference ->
                assertThat(notes).filteredOn(note -> note.text().contains(reference)).hasSize(1));
  }

  private Stream<Told> told(String kind) {
    return ledger.told().stream()
        .filter(told -> told.kind().equals(kind) && told.state().equals("SENT"));
  }

  /** A run that was broken off goes no further than to when it began, whatever it reads. */
  private void everyStreamWentOn() {
    assertThat(cursor("customers"))
        .isBetween(
            last(program.contacts(), Stamp::created), last(program.contacts(), Stamp::changed));
    assertThat(cursor("invoices"))
        .isBetween(
            last(program.documents(), Stamp::created), last(program.documents(), Stamp::changed));
  }

  private Instant cursor(String stream) {
    String cursor = Objects.requireNonNull(ledger.cursors().get(stream));
    return OffsetDateTime.parse(cursor).toInstant();
  }

  private static <T extends Kept<T>> Instant last(Shelf<T> shelf, Function<Stamp, Instant> when) {
    return shelf.all().stream()
        .map(record -> when.apply(record.stamp()))
        .max(Comparator.naturalOrder())
        .orElseThrow()
        .truncatedTo(ChronoUnit.MILLIS);
  }
}
