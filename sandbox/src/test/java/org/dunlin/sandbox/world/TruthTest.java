package org.dunlin.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class TruthTest {
  private static final Played PLAYED = Played.withReminders(7);
  private static final Truth TRUTH = PLAYED.world().truth();

  @Property(tries = 5)
  void whatWasMeantAndWhatIsOpenIsWhatWasInvoiced(@ForAll @LongRange(max = 9999) long seed) {
    Played played = Played.withReminders(seed);
    Truth truth = played.world().truth();
    Map<String, Money> invoiced = new HashMap<>();
    for (Xpath document : played.invoices()) {
      if (!document.text("ID").startsWith("C")) {
        invoiced.put(
            document.text("ID"),
            Money.of(CurrencyUnit.EUR, document.number("LegalMonetaryTotal/PayableAmount")));
      }
    }
    Map<String, Money> accounted = new HashMap<>(truth.open());
    truth.settlements().forEach(s -> accounted.merge(s.invoiceNumber(), s.amount(), Money::plus));
    assertThat(accounted).isEqualTo(invoiced);
    assertThat(truth.open().values()).noneMatch(Money::isNegative);
  }

  @Property(tries = 5)
  void noPaymentIsMeantForMoreThanItBrings(@ForAll @LongRange(max = 9999) long seed) {
    for (TruePayment payment : Played.withReminders(seed).world().truth().payments()) {
      Money meant = Euro.sum(payment.meant().stream().map(Settlement::amount).toList());
      assertThat(meant).isLessThanOrEqualTo(payment.amount());
      assertThat(payment.incoming() || payment.meant().isEmpty()).isTrue();
    }
  }

  @Test
  void theTruthItselfIsAllRight() {
    Comparison comparison = TRUTH.compare(TRUTH.settlements());
    assertThat(comparison.right()).hasSameElementsAs(TRUTH.settlements());
    assertThat(comparison.wrong()).isEmpty();
    assertThat(comparison.missing()).isEmpty();
  }

  @Test
  void whatIsLeftOutIsMissingAndWhatIsAppliedElsewhereIsWrong() {
    List<Settlement> allocations = new ArrayList<>(TRUTH.settlements());
    Settlement moved = allocations.removeFirst();
    Settlement elsewhere = new Settlement(moved.reference(), "2026-9999", moved.amount());
    allocations.add(elsewhere);
    Comparison comparison = TRUTH.compare(allocations);
    assertThat(comparison.missing()).containsExactly(moved);
    assertThat(comparison.wrong()).containsExactly(elsewhere);
  }

  @Test
  void aDifferentAmountIsWrongOrMissingByTheDifference() {
    List<Settlement> allocations = new ArrayList<>(TRUTH.settlements());
    Settlement more = allocations.removeFirst();
    Settlement less = allocations.removeFirst();
    Money cent = Euro.cents(1);
    allocations.add(
        new Settlement(more.reference(), more.invoiceNumber(), more.amount().plus(cent)));
    allocations.add(
        new Settlement(less.reference(), less.invoiceNumber(), less.amount().minus(cent)));
    Comparison comparison = TRUTH.compare(allocations);
    assertThat(comparison.wrong())
        .containsExactly(new Settlement(more.reference(), more.invoiceNumber(), cent));
    assertThat(comparison.missing())
        .containsExactly(new Settlement(less.reference(), less.invoiceNumber(), cent));
  }

  @Test
  void aCollectionThatCameBackSettlesNothingWhetherItsAllocationIsTakenBackOrOffset() {
    TruePayment back =
        TRUTH.payments().stream().filter(p -> p.undoes() != null).findFirst().orElseThrow();
    TruePayment collected =
        TRUTH.payments().stream()
            .filter(p -> p.bankReference().equals(back.undoes()))
            .findFirst()
            .orElseThrow();
    Settlement first = collected.meant().getFirst();
    assertThat(collected.amount()).isEqualTo(back.amount());
    List<Settlement> kept = new ArrayList<>(TRUTH.settlements());
    kept.add(first);
    assertThat(TRUTH.compare(kept).wrong()).containsExactly(first);
    kept.add(new Settlement(back.bankReference(), first.invoiceNumber(), first.amount()));
    assertThat(TRUTH.compare(kept).wrong()).isEmpty();
    assertThat(TRUTH.compare(kept).missing()).isEmpty();
  }

  @Test
  void aReminderForWhatIsPaidIsWrongAndOneForWhatIsOpenIsNot() {
    Played played = Played.of(7);
    World world = played.world();
    Truth before = world.truth();
    for (var customer : world.customers()) {
      String all = String.join(" ", before.open().keySet());
      world.reminderReceived(world.days().getLast(), String.valueOf(customer.email()), "", all);
    }
    Truth truth = world.truth();
    assertThat(before.reminders()).isEmpty();
    assertThat(truth.wrongReminders()).isNotEmpty().hasSizeLessThan(truth.reminders().size());
    truth
        .reminders()
        .forEach(
            reminder ->
                assertThat(truth.wrongReminders().contains(reminder))
                    .isEqualTo(Euro.ZERO.equals(before.open().get(reminder.invoiceNumber()))));
  }

  @Test
  void aReminderBeforeThePaymentIsNotMadeWrongByThePayment() {
    assertThat(TRUTH.reminders()).isNotEmpty();
    assertThat(TRUTH.wrongReminders()).isEmpty();
    assertThat(TRUTH.reminders())
        .anyMatch(reminder -> Euro.ZERO.equals(TRUTH.open().get(reminder.invoiceNumber())));
  }

  @Test
  void everyPaymentIsRecognisedFromWhatItsStatementSays() {
    for (Xpath statement : PLAYED.statements()) {
      for (Xpath entry : statement.all("BkToCstmrStmt/Stmt/Ntry")) {
        for (Xpath movement : entry.all("NtryDtls/TxDtls")) {
          String iban = statement.text("BkToCstmrStmt/Stmt/Acct/Id/IBAN");
          assertThat(TRUTH.bankReference(payment(iban, entry, movement)))
              .contains(movement.text("Refs/AcctSvcrRef"));
        }
      }
    }
  }

  private static Payment payment(String iban, Xpath entry, Xpath movement) {
    List<Xpath> amounts = new ArrayList<>(movement.all("AmtDtls/TxAmt/Amt"));
    amounts.addAll(movement.all("Amt"));
    List<Xpath> others = new ArrayList<>(movement.all("RltdPties/DbtrAcct/Id/IBAN"));
    others.addAll(movement.all("RltdPties/CdtrAcct/Id/IBAN"));
    boolean in = entry.text("CdtDbtInd").equals("CRDT");
    return new Payment(
        "p",
        PaymentKind.OTHER,
        in ? Direction.IN : Direction.OUT,
        LocalDate.parse(entry.text("BookgDt/Dt")),
        null,
        Money.parse("EUR " + amounts.getFirst().node().getTextContent()),
        null,
        others.isEmpty() ? null : AccountId.ofIban(others.getFirst().node().getTextContent()),
        null,
        null,
        null,
        List.of(),
        movement.text("Refs/EndToEndId"),
        null,
        AccountId.ofIban(iban),
        null,
        null);
  }
}
