package org.dunlin.config.crash;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dunlin.config.crash.Books.Arrived;
import org.dunlin.config.crash.Books.Line;
import org.dunlin.config.crash.Books.Moved;
import org.dunlin.config.crash.Books.Owed;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Statement;
import org.dunlin.sandbox.world.OutsideFile;
import org.dunlin.sandbox.world.Settlement;
import org.dunlin.sandbox.world.TruePayment;
import org.dunlin.sandbox.world.Truth;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What must be so of the books, whatever was killed on the way to them. */
final class Invariants {
  private final Outside outside;
  private final Books books;
  private final Truth truth;

  Invariants(Outside outside, Books books) {
    this.outside = outside;
    this.books = books;
    this.truth = outside.world().truth();
  }

  /** All of them. */
  void hold() throws IOException {
    everyFileIsInTheInboxOnce();
    everyDeliveryCameToItsEnd();
    documentsAreThoseOfTheWorldEachOnce();
    paymentsAreThoseOfTheWorldToTheCent();
    statementsLeadFromTheirOpeningToTheirClosingBalance();
    allocationsTieOutWithWhatTheyClaim();
    noAllocationIsWrong();
    noStepWasTakenTwice();
    new Departures(outside, books).hold();
  }

  private void everyFileIsInTheInboxOnce() throws IOException {
    assertThat(outside.untaken()).as("files that the hub has not taken").isEmpty();
    assertThat(books.deliveries())
        .filteredOn(arrived -> arrived.stream() == null)
        .extracting(Arrived::sha256)
        .containsExactlyInAnyOrderElementsOf(
            outside.dropped().stream().map(Digests::of).distinct().toList());
  }

  private void everyDeliveryCameToItsEnd() {
    Map<String, String> states = new HashMap<>();
    for (OutsideFile file : outside.dropped()) {
      boolean bad = truth.quarantines().containsKey(file.name());
      states.putIfAbsent(Digests.of(file), bad ? "QUARANTINED" : "APPLIED");
    }
    assertThat(books.deliveries())
        .allSatisfy(
            arrived ->
                assertThat(arrived.state())
                    .isEqualTo(
                        arrived.stream() == null ? states.get(arrived.sha256()) : "APPLIED"));
  }

  private void documentsAreThoseOfTheWorldEachOnce() {
    List<Owed> documents = books.documents();
    assertThat(documents).extracting(Owed::number).doesNotHaveDuplicates();
    assertThat(documents)
        .filteredOn(document -> document.kind().equals("INVOICE"))
        .extracting(Owed::number)
        .containsExactlyInAnyOrderElementsOf(truth.open().keySet());
  }

  /** One way to say what a movement is, for both sides. */
  private record Movement(String iban, boolean incoming, String date, BigDecimal amount) {
    static Movement of(TruePayment payment) {
      return new Movement(
          payment.accountIban(),
          payment.incoming(),
          payment.bookedOn().toString(),
          payment.amount().getAmount());
    }

    static Movement of(Payment payment) {
      return new Movement(
          requireNonNull(payment.account()).key(),
          payment.direction() == Direction.IN,
          payment.bookingDate().toString(),
          payment.amount().getAmount());
    }
  }

  private void paymentsAreThoseOfTheWorldToTheCent() {
    List<Moved> payments = books.payments();
    assertThat(payments).extracting(Moved::key).doesNotHaveDuplicates();
    assertThat(payments)
        .extracting(moved -> Movement.of(moved.payment()))
        .containsExactlyInAnyOrderElementsOf(truth.payments().stream().map(Movement::of).toList());
  }

  private void statementsLeadFromTheirOpeningToTheirClosingBalance() {
    List<Payment> payments = books.payments().stream().map(Moved::payment).toList();
    assertThat(books.statements())
        .isNotEmpty()
        .allSatisfy(
            statement ->
                assertThat(booked(statement, payments))
                    .isEqualTo(
                        requireNonNull(statement.closingBalance())
                            .minus(requireNonNull(statement.openingBalance()))));
  }

  private static Money booked(Statement statement, List<Payment> payments) {
    return payments.stream()
        .filter(payment -> statement.account().equals(payment.account()))
        .filter(payment -> !payment.bookingDate().isBefore(statement.from()))
        .filter(payment -> !payment.bookingDate().isAfter(statement.to()))
        .map(p -> p.direction() == Direction.IN ? p.amount() : p.amount().negated())
        .reduce(Money.zero(statement.currency()), Money::plus);
  }

  private void allocationsTieOutWithWhatTheyClaim() {
    List<Line> lines = books.applied();
    Map<String, BigDecimal> ofPayments = sums(lines, Line::payment, Line::amount);
    List<Line> claims = lines.stream().filter(line -> !line.booked()).toList();
    Map<String, BigDecimal> ofDocuments =
        sums(claims, Line::invoice, l -> l.takesBack() ? l.amount().negate() : l.amount());
    ofDocuments.putAll(sums(claims, Line::creditNote, Line::amount));
    assertThat(books.payments())
        .allSatisfy(
            moved -> {
              assertThat(moved.claimed())
                  .isEqualByComparingTo(ofPayments.getOrDefault(moved.id(), BigDecimal.ZERO));
              assertThat(moved.claimed().add(moved.returned())).isLessThanOrEqualTo(moved.amount());
            });
    assertThat(books.documents())
        .allSatisfy(
            owed ->
                assertThat(owed.claimed())
                    .isEqualByComparingTo(ofDocuments.getOrDefault(owed.id(), BigDecimal.ZERO)));
  }

  private static Map<String, BigDecimal> sums(
      List<Line> lines, Function<Line, @Nullable String> key, Function<Line, BigDecimal> amount) {
    return lines.stream()
        .filter(line -> key.apply(line) != null)
        .collect(
            Collectors.toMap(
                line -> requireNonNull(key.apply(line)), amount, BigDecimal::add, TreeMap::new));
  }

  private void noAllocationIsWrong() {
    Map<String, Moved> payments = byId(books.payments(), Moved::id);
    Map<String, Owed> documents = byId(books.documents(), Owed::id);
    Set<String> cameBack = cameBack();
    List<Settlement> settlements = new ArrayList<>();
    for (Line line : books.applied()) {
      String by =
          line.creditNote() == null
              ? bankReference(requireNonNull(payments.get(line.payment())))
              : requireNonNull(documents.get(line.creditNote())).number();
      if (!line.booked() || !cameBack.contains(by)) {
        settlements.add(
            new Settlement(
                by,
                requireNonNull(documents.get(line.invoice())).number(),
                Money.of(CurrencyUnit.EUR, line.amount())));
      }
    }
    assertThat(settlements).isNotEmpty();
    assertThat(truth.compare(settlements).wrong()).as("allocations that were not meant").isEmpty();
  }

  /** What a program has booked of them it alone can take back. */
  private Set<String> cameBack() {
    return truth.payments().stream()
        .map(TruePayment::undoes)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private String bankReference(Moved moved) {
    return truth.bankReference(moved.payment()).orElse("unknown payment " + moved.key());
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  private void noStepWasTakenTwice() {
    assertThat(books.steps())
        .isNotEmpty()
        .extracting(taken -> taken.invoice() + " " + taken.due() + " " + taken.step())
        .doesNotHaveDuplicates();
  }
}
