package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dunlin.core.claim.Claims;
import org.dunlin.core.claim.Debt;
import org.dunlin.core.claim.Debtor;
import org.dunlin.core.claim.Demand;
import org.dunlin.core.claim.Rates;
import org.dunlin.core.model.ClaimKind;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Claims stand in lines of their own, and a letter that announces costs says all it must. */
class ClaimsInMessageTest {
  static final LocalDate ON = LocalDate.of(2025, 6, 2);
  static final LocalDate DUE = LocalDate.of(2025, 5, 1);

  @ParameterizedTest
  @EnumSource
  void whatIsChargedIsNoPartOfTheInvoices(Language language) {
    Message message = Reminders.write(charged(language, "final"));

    assertThat(numbers(message.text())).contains("40.00", "1210.00").doesNotContain("1250.00");
    assertThat(numbers(message.html())).contains("40.00").doesNotContain("1250.00");
    assertThat(message.text()).contains("DE BGB 288(5)", "DE BGB 288(2)", "2026-0042");
    assertThat(message.qrCode()).contains("EUR1210.00");
  }

  @ParameterizedTest
  @MethodSource("letters")
  void aLetterThatAnnouncesCostsNamesDaysAmountAndVat(Language language, String template) {
    Message message = Reminders.write(announced(language, template, true));

    for (String form : List.of(message.text(), message.html())) {
      assertThat(numbers(form)).contains("219.62", "1210.00", "21\u00a0%", "14");
      assertThat(form).contains("NL BW 6:96");
    }
    assertThat(message.text()).contains(payWithin(language));
    assertThat(message.text()).doesNotContain(Labels.of(language).get("claimsHeading"));
  }

  @Test
  void thePeriodIsThatFromTheDayAfterReceiptAndNoOtherDayCutsItShort() {
    Message message = Reminders.write(announced(Language.NL, "reminder-2", false));

    assertThat(message.text())
        .contains("binnen 14 dagen, gerekend vanaf de dag nadat dit bericht bij u is bezorgd")
        .contains("uiterlijk op 17 juni 2025")
        .doesNotContain("9 juni 2025")
        .doesNotContain("btw");
  }

  @ParameterizedTest
  @EnumSource
  void withoutClaimsNothingIsSaidOfThem(Language language) {
    Message message = Reminders.write(Letters.one(language, "final"));

    assertThat(message.text()).doesNotContain(Labels.of(language).get("claimsHeading"));
    assertThat(message.text()).doesNotContain(payWithin(language));
  }

  private static String payWithin(Language language) {
    return Objects.requireNonNull(Labels.of(language).get("payWithin")).replace("{0}", "14");
  }

  static Stream<Arguments> letters() {
    return Stream.of(Language.values())
        .flatMap(
            language ->
                Stream.of("reminder-1", "reminder-2", "final")
                    .map(template -> Arguments.of(language, template)));
  }

  static Reminder charged(Language language, String template) {
    Debt debt = Debt.of("DE", Debtor.BUSINESS, Money.parse("EUR 1210.00"), DUE);
    Demand demand =
        Demand.of(
            Claims.of(debt, ON, Rates.carried()), List.of(ClaimKind.INTEREST, ClaimKind.FIXED_SUM));
    return on(language, template).saying(new ClaimsSaid(demand, ON.plusDays(1), null), null);
  }

  static Reminder announced(Language language, String template, boolean vat) {
    Debt debt =
        Debt.of("NL", Debtor.CONSUMER, Money.parse("EUR 1210.00"), DUE)
            .vatRecoverable(!vat)
            .reminded(ON.plusDays(1));
    Demand demand = Demand.of(Claims.of(debt, ON, Rates.carried()), List.of(ClaimKind.COSTS));
    return on(language, template)
        .saying(new ClaimsSaid(demand, ON.plusDays(1), vat ? new BigDecimal("21") : null), null);
  }

  private static Reminder on(Language language, String template) {
    Reminder one = Letters.one(language, template);
    return new Reminder(
        one.sender(),
        one.customer(),
        language,
        template,
        List.of(Letters.line("2026-0042", DUE.toString(), "EUR 1210.00", "RF18539007547034")),
        List.of(),
        Enclosed.NOTHING,
        ON);
  }

  /** With a point before decimals and nothing before thousands, however the language writes. */
  private static String numbers(String text) {
    return text.replaceAll("(\\d)[.,\\u00a0\\u202f ](\\d{3})", "$1$2")
        .replaceAll("(\\d),(\\d{2})(?!\\d)", "$1.$2");
  }
}
