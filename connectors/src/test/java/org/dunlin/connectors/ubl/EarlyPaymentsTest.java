package org.dunlin.connectors.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dunlin.core.model.EarlyPayment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyPaymentsTest {
  private static final String NOTE = "<cbc:Note>Within 30 days</cbc:Note>";

  @Test
  void aDiscountWithItsLastDayIsAnOffer() {
    assertThat(offer(structured("2", "2026-11-11"))).isEqualTo(offered("2", "2026-11-11"));
  }

  @Test
  void aDiscountWithoutItsLastDayIsNone() {
    assertThat(offer("<cbc:SettlementDiscountPercent>2</cbc:SettlementDiscountPercent>")).isNull();
  }

  @Test
  void theLineOfXrechnungIsAnOfferCountedFromTheIssueDate() {
    assertThat(offer(note("#SKONTO#TAGE=14#PROZENT=2.00#\n")))
        .isEqualTo(offered("2.00", "2026-11-15"));
    assertThat(offer(note("Danke!\n#SKONTO#TAGE=0#PROZENT=10.25#\nGerne wieder")))
        .isEqualTo(offered("10.25", "2026-11-01"));
  }

  @Test
  void aDiscountOnTheWholeMayNameTheWhole() {
    assertThat(offer(note("#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=1000.00#")))
        .isEqualTo(offered("2.00", "2026-11-15"));
    assertThat(offer(note("#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=1210.00#")))
        .isEqualTo(offered("2.00", "2026-11-15"));
  }

  @Test
  void theDayFromWhichTheWholeIsDueAndDefaultInterestAreNoOffers() {
    assertThat(
            offer(
                note(
                    "#SKONTO#TAGE=14#PROZENT=2.00#\n#SKONTO#TAGE=30#PROZENT=0.00#\n"
                        + "#VERZUG#TAGE=31#PROZENT=9.00#\n")))
        .isEqualTo(offered("2.00", "2026-11-15"));
  }

  @Test
  void theSameOfferInBothFormsIsOne() {
    assertThat(offer(structured("2", "2026-11-15") + note("#SKONTO#TAGE=14#PROZENT=2.00#\n")))
        .isEqualTo(offered("2", "2026-11-15"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#SKONTO#TAGE=7#PROZENT=3.00#\n#SKONTO#TAGE=14#PROZENT=2.00#\n",
        "#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=500.00#\n",
        "#SKONTO#TAGE=14#PROZENT=2.00#\n#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=1.00#\n",
      })
  void severalOffersOrOneOnAPartAreNone(String text) {
    assertThat(offer(note(text))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 % if paid in 10 days",
        "#SKONTO#TAGE=#PROZENT=2.00#",
        "#SKONTO#TAGE=14#PROZENT=-2.00#",
        "#SKONTO#TAGE=99999999999#PROZENT=2.00#",
        "#SKONTO#TAGE=14#PROZENT=100.00#",
        "#Skonto#Tage=14#Prozent=2.00#",
      })
  void otherFreeTextIsNotInterpreted(String text) {
    assertThat(offer(note(text))).isNull();
  }

  private static @Nullable EarlyPayment offer(String terms) {
    return Sample.invoice().with(NOTE, terms).document().earlyPayment();
  }

  private static EarlyPayment offered(String percent, String until) {
    return new EarlyPayment(new BigDecimal(percent), LocalDate.parse(until));
  }

  private static String note(String text) {
    return "<cbc:Note>" + text + "</cbc:Note>";
  }

  private static String structured(String percent, String until) {
    return "<cbc:SettlementDiscountPercent>"
        + percent
        + "</cbc:SettlementDiscountPercent><cac:SettlementPeriod><cbc:EndDate>"
        + until
        + "</cbc:EndDate></cac:SettlementPeriod>";
  }
}
