package org.dunlin.work.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.dialogue.ArrangementRuleBook;
import org.dunlin.work.TestHub;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The rules of a company survive the change of its currency. */
class ArrangementRulesKeptTest {
  @Test
  void theLeastInstalmentStaysInTheCurrencyInWhichItWasSaid() {
    try (TestHub hub = TestHub.with(DunningMode.LIVE)) {
      new Arrangements(hub.stores).rules("acme", 4, 90, new BigDecimal("25.50"), "anna");
      ArrangementRuleBook rules = hub.stores.talk().rules();

      assertThat(rules.of("acme", CurrencyUnit.JPY).least())
          .isEqualTo(Money.of(CurrencyUnit.EUR, new BigDecimal("25.50")));
      hub.jdbc().sql("update arrangement_rule set currency = null").update();
      assertThat(rules.of("acme", CurrencyUnit.JPY).least())
          .as("said before the currency was kept")
          .isEqualTo(Money.ofMajor(CurrencyUnit.JPY, 26));
      hub.jdbc().sql("delete from arrangement_rule").update();
      assertThat(rules.of("acme", CurrencyUnit.JPY).least())
          .as("the usual")
          .isEqualTo(Money.ofMajor(CurrencyUnit.JPY, 25));
    }
  }
}
