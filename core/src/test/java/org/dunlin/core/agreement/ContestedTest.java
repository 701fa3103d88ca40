package org.dunlin.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Each credit is handed out once, to the dispute that is the oldest. */
class ContestedTest {
  @Test
  void aCreditNoteIsOfTheOldestAndWhatIsLeftOfItOfTheNext() {
    assertThat(Contested.still(List.of(open("30", "50", "50"), open("30", "50", "50"))))
        .isEqualTo(euros("0", "10"));
  }

  @Test
  void aDisputeThatIsCreditedAlreadyHasUsedItsCredit() {
    assertThat(Contested.still(List.of(credited("30", "30", "30"), open("30", "30", "30"))))
        .isEqualTo(euros("0", "30"));
    assertThat(Contested.still(List.of(credited("30", "30", "0"), open("30", "30", "0"))))
        .isEqualTo(euros("0", "30"));
  }

  @Test
  void aCreditFromBeforeADisputeIsNotItsCredit() {
    assertThat(Contested.still(List.of(open("30", "60", "60"), open("30", "30", "30"))))
        .isEqualTo(euros("0", "0"));
    assertThat(Contested.still(List.of(open("30", "0", "30")))).isEqualTo(euros("30"));
  }

  @Test
  void lessIsOpenForAnotherReasonIsACreditOnlyWhereItIsExactlyThat() {
    assertThat(Contested.still(List.of(open("30", "30", "0")))).isEqualTo(euros("0"));
    assertThat(Contested.still(List.of(open("30", "70", "0")))).isEqualTo(euros("30"));
    assertThat(Contested.still(List.of(open("30", "50", "0"), open("20", "50", "0"))))
        .isEqualTo(euros("0", "0"));
    assertThat(Contested.still(List.of(open("30", "20", "0"), open("20", "20", "0"))))
        .isEqualTo(euros("30", "0"));
  }

  @Test
  void ofNoDisputeNothingIsContested() {
    assertThat(Contested.still(List.of())).isEmpty();
    assertThat(Contested.still(List.of(open("30", "-5", "0")))).isEqualTo(euros("30"));
  }

  private static Contested open(String amount, String lowered, String creditNotes) {
    return new Contested(false, euro(amount), euro(lowered), euro(creditNotes));
  }

  private static Contested credited(String amount, String lowered, String creditNotes) {
    return new Contested(true, euro(amount), euro(lowered), euro(creditNotes));
  }

  private static List<Money> euros(String... amounts) {
    return Stream.of(amounts).map(ContestedTest::euro).toList();
  }

  private static Money euro(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
