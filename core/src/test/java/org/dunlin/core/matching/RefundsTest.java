package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dunlin.core.matching.Refunds.Credit;
import org.dunlin.core.matching.Refunds.Found;
import org.dunlin.core.matching.Refunds.Reason;
import org.dunlin.core.matching.Refunds.Refused;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which money that left gives a customer's credit back. */
class RefundsTest {
  private static final LocalDate CAME = LocalDate.of(2026, 12, 1);
  private static final LocalDate LEFT = LocalDate.of(2026, 12, 9);

  private final Books books = Books.ofTwoCustomers();
  private final List<UnallocatedPayment> out = new ArrayList<>();
  private final List<Credit> credits = new ArrayList<>();

  @Test
  void theAmountOfACreditToTheAccountThatItCameFromIsItsRefund() {
    credit(Paid.of("in-1", "50.00").from(Books.OTHER_IBAN), "c-2");
    left(Paid.of("out-1", "50.00").from(Books.OTHER_IBAN));
    assertThat(found())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.certain()).isTrue();
              assertThat(found.credit().id()).isEqualTo("in-1");
              assertThat(found.amount()).isEqualTo(Money.parse("EUR 50.00"));
              assertThat(found.reasons()).containsExactly(Reason.ACCOUNT, Reason.AMOUNT);
            });
  }

  @Test
  void soItIsToAnAccountOfTheCustomerOrUnderTheReferenceOfTheCredit() {
    credit(Paid.of("in-1", "50.00"), "c-1");
    credit(Paid.of("in-2", "60.00").endToEndId("E2E-0077"), "c-2");
    left(Paid.of("out-1", "50.00").from(Books.JANSEN_IBAN));
    left(Paid.of("out-2", "60.00").reference("E2E-0077"));
    assertThat(found()).extracting(Found::certain).containsExactly(true, true);
  }

  @Test
  void aNameAndTheAmountOnlySuggestIt() {
    credit(Paid.of("in-1", "50.00"), "c-2");
    left(Paid.of("out-1", "50.00").by("VISSER"));
    assertThat(found())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.certain()).isFalse();
              assertThat(found.reasons()).containsExactly(Reason.NAME, Reason.AMOUNT);
            });
  }

  @Test
  void lessThanTheCreditToItsAccountOnlySuggestsIt() {
    credit(Paid.of("in-1", "50.00").from(Books.OTHER_IBAN), "c-2");
    left(Paid.of("out-1", "30.00").from(Books.OTHER_IBAN));
    assertThat(found())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.certain()).isFalse();
              assertThat(found.amount()).isEqualTo(Money.parse("EUR 30.00"));
              assertThat(found.reasons()).containsExactly(Reason.ACCOUNT, Reason.PART);
            });
  }

  @Test
  void twoCreditsOrTwoRefundsOfOneAmountAndAccountAreATieAndNeverCertain() {
    credit(Paid.of("in-1", "50.00").from(Books.OTHER_IBAN), "c-2");
    credit(Paid.of("in-2", "50.00").from(Books.OTHER_IBAN), "c-2");
    left(Paid.of("out-1", "50.00").from(Books.OTHER_IBAN));
    assertThat(found()).hasSize(2).noneMatch(Found::certain);

    credits.removeLast();
    left(Paid.of("out-2", "50.00").from(Books.OTHER_IBAN));
    assertThat(found()).hasSize(2).noneMatch(Found::certain);
  }

  @Test
  void theAmountAloneMoreThanTheCreditAnotherCurrencyAndWhatLeftBeforeAreNone() {
    credit(Paid.of("in-1", "50.00").from(Books.OTHER_IBAN), "c-2");
    left(Paid.of("out-1", "50.00").by("Somebody"));
    left(Paid.of("out-2", "50.01").from(Books.OTHER_IBAN));
    left(Paid.of("out-3", Money.parse("USD 50.00")).from(Books.OTHER_IBAN));
    out.add(out(Paid.of("out-4", "50.00").from(Books.OTHER_IBAN), CAME.minusDays(1)));
    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = PaymentKind.class,
      names = {"RETURN", "FEE", "PAYOUT", "DIRECT_DEBIT"})
  void whatABankTookBackAndFeesPayoutsAndDebitsAreNone(PaymentKind kind) {
    credit(Paid.of("in-1", "50.00").from(Books.OTHER_IBAN), "c-2");
    left(Paid.of("out-1", "50.00").from(Books.OTHER_IBAN).kind(kind));
    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Salaris december",
        "Gehalt 12/2026",
        "salaire décembre",
        "loonheffing",
        "Lohnsteuer 11"
      })
  void salariesAndTaxesAreNone(String text) {
    credit(Paid.of("in-1", "50.00").from(Books.OTHER_IBAN), "c-2");
    left(Paid.of("out-1", "50.00").from(Books.OTHER_IBAN).text(text));
    assertThat(found()).isEmpty();
  }

  @Test
  void whatAPersonRefusedIsNotSuggestedAgainAndWhatElseIsFoundIsNotCertain() {
    credit(Paid.of("in-1", "50.00").from(Books.OTHER_IBAN), "c-2");
    credit(Paid.of("in-2", "50.00").from(Books.OTHER_IBAN), "c-2");
    left(Paid.of("out-1", "50.00").from(Books.OTHER_IBAN));
    assertThat(found(Set.of(new Refused("out-1", "in-1"))))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.credit().id()).isEqualTo("in-2");
              assertThat(found.certain()).isFalse();
            });
  }

  @Property(tries = 300)
  void whatIsCertainTakesNoCentTwiceAndDoesNotDependOnAnyOrder(@ForAll long seed) {
    Random random = new Random(seed);
    out.clear();
    credits.clear();
    for (int i = 0; i < 6; i++) {
      credit(somewhere(Paid.of("in-" + i, euros(random)), random), "c-" + (1 + random.nextInt(2)));
      left(somewhere(Paid.of("out-" + i, euros(random)), random));
    }
    List<Found> found = found();
    Collections.shuffle(out, random);
    Collections.shuffle(credits, random);
    assertThat(found()).isEqualTo(found);

    List<Found> certain = found.stream().filter(Found::certain).toList();
    assertThat(certain).extracting(Found::paidOutId).doesNotHaveDuplicates();
    assertThat(certain).extracting(each -> each.credit().id()).doesNotHaveDuplicates();
    assertThat(found).noneMatch(each -> each.amount().isGreaterThan(each.credit().left()));
  }

  private static String euros(Random random) {
    return (1 + random.nextInt(4)) * 10 + ".00";
  }

  private static Paid somewhere(Paid paid, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> paid.from(Books.OTHER_IBAN);
      case 1 -> paid.from(Books.JANSEN_IBAN);
      case 2 -> paid.by("Visser");
      default -> paid.reference("E2E-000" + random.nextInt(4));
    };
  }

  private void credit(Paid paid, String customerId) {
    Payment payment = paid.on(CAME).payment();
    credits.add(Credit.of(payment, payment.amount(), customerId));
  }

  private void left(Paid paid) {
    out.add(out(paid, LEFT));
  }

  private static UnallocatedPayment out(Paid paid, LocalDate on) {
    Payment payment = paid.direction(Direction.OUT).on(on).payment();
    return new UnallocatedPayment(payment, payment.amount());
  }

  private List<Found> found() {
    return found(Set.of());
  }

  private List<Found> found(Set<Refused> refused) {
    MatchFacts facts = books.facts();
    return Refunds.find(facts.company(), facts.customers(), out, credits, refused);
  }
}
