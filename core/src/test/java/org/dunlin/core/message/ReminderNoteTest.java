package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Company;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReminderNoteTest {
  private static final Money ASKED = Money.of(CurrencyUnit.EUR, new BigDecimal("1210.00"));

  @Test
  void aProgramIsToldInTheLanguageOfTheCompany() {
    assertThat(note("nl", "DE", Channel.EMAIL))
        .isEqualTo(
            new ReminderNote(
                "Betalingsherinnering",
                "Stap first van 7 december 2026, over €\u00a01.210,00, per e-mail."));
    assertThat(note("en", "NL", Channel.LETTER).text())
        .isEqualTo("Step first of 7 December 2026, asking for €1,210.00, by letter.");
  }

  @Test
  void whereItHasNoneInThatOfItsCountry() {
    assertThat(note(null, "FR", Channel.EMAIL).subject()).isEqualTo("Relance de paiement");
    assertThat(note(null, "AT", Channel.EMAIL).subject()).isEqualTo("Zahlungserinnerung");
    assertThat(note(null, "SE", Channel.EMAIL).subject()).isEqualTo("Payment reminder");
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void everyChannelHasItsWordInEveryLanguage(Channel channel) {
    for (Language language : Language.values()) {
      assertThat(note(language.code(), "NL", channel).text())
          .contains("first")
          .doesNotContain("{")
          .endsWith(".");
    }
  }

  private static ReminderNote note(@Nullable String language, String country, Channel channel) {
    Company company =
        new Company(
            "acme",
            "Acme B.V.",
            country,
            ZoneId.of("Europe/Amsterdam"),
            language,
            CurrencyUnit.EUR,
            List.of(),
            null,
            null,
            null,
            Map.of(),
            null,
            null);
    Action action =
        new Action(
            "a-1",
            "c-1",
            "standard",
            "first",
            channel,
            LocalDate.of(2026, 12, 7),
            ActionState.SENT,
            List.of(),
            List.of());
    return ReminderNote.of(company, action, ASKED);
  }
}
