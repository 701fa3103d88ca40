package org.dunlin.work.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.dunlin.core.profile.Paying;
import org.dunlin.store.company.SettingOrigin.Kind;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.payer.PayerRules;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SaidRulesTest {
  private final TestHub hub = TestHub.empty();
  private final ApplySettings settings = new ApplySettings(hub.stores, hub.modes);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void rulesOfTheFileCountAndTheOthersAreTheUsualOnes() {
    apply(
        SettingsFile.of("acme")
            .say(Rule.PART_PAYMENTS, "true")
            .say(Rule.PROMISE_DAYS, "7")
            .say(Rule.INSTALMENTS, "4")
            .say(Rule.LEAST_INSTALMENT, "25.50"));

    KeptRules kept = KeptRules.of(hub.stores, "acme");
    assertThat(kept.paying()).isEqualTo(new Paying(true, 90, true));
    assertThat(kept.payer()).isEqualTo(new PayerRules(7, false));
    assertThat(kept.texts())
        .containsEntry(Rule.INSTALMENTS, "4")
        .containsEntry(Rule.LEAST_INSTALMENT, "25.50");
    assertThat(kept.arrangement().least()).hasToString("EUR 25.50");
    Journal.Entry entry = hub.stores.journal().newest("acme", 1).getFirst();
    assertThat(entry.event()).isEqualTo("PAYING_RULES");
    assertThat(entry.actor()).isEqualTo("settings");
    assertThat(entry.reason())
        .startsWith("Changed: part-payments from “false” to “true”; promise-days from “14” to “7”");
  }

  @Test
  void theSameRulesAgainAreNoChange() {
    apply(SettingsFile.of("acme").say(Rule.LINK_DAYS, "30"));
    int before = hub.stores.journal().newest("acme", 100).size();
    apply(SettingsFile.of("acme").say(Rule.LINK_DAYS, "30"));
    assertThat(hub.stores.journal().newest("acme", 100)).hasSize(before);
  }

  @Test
  void whatTheFileSaysIsChangedThereAndTheOtherRulesByPeople() {
    apply(SettingsFile.of("acme").say(Rule.LINK_DAYS, "30"));
    KeptRules now = KeptRules.of(hub.stores, "acme");

    assertThatThrownBy(
            () -> SaidRules.refuse(hub.stores, "acme", now.with(new Paying(false, 31, true))))
        .isInstanceOfSatisfying(
            SetInFile.class,
            refused ->
                assertThat(refused.places()).isEqualTo(Map.of("link-days", "dunlin.yaml, line 6")));
    SaidRules.refuse(hub.stores, "acme", now.with(new Paying(true, 30, false)));
    SaidRules.refuse(hub.stores, "acme", now.with(new PayerRules(3, true)));
    assertThat(SaidRules.places(hub.stores, "acme", Rule.values()))
        .containsExactly("dunlin.yaml, line 6");
  }

  @Test
  void whatTheFileSaysNoMoreStaysAndIsForPeopleFromThenOn() {
    apply(SettingsFile.of("acme").say(Rule.LINK_DAYS, "30"));
    apply(SettingsFile.of("acme"));

    assertThat(KeptRules.of(hub.stores, "acme").paying().linkDays()).isEqualTo(30);
    assertThat(hub.stores.origins().of("acme").get(Rule.LINK_DAYS.origin()))
        .isNotNull()
        .satisfies(origin -> assertThat(origin.kind()).isEqualTo(Kind.FORMER_FILE));
    KeptRules now = KeptRules.of(hub.stores, "acme");
    SaidRules.refuse(hub.stores, "acme", now.with(new Paying(false, 60, true)));
  }

  @Test
  void aRuleThatCannotBeIsRefusedWithItsPlaceAndWhatMayBeSaid() {
    assertThatThrownBy(() -> apply(SettingsFile.of("acme").say(Rule.LINK_DAYS, "900")))
        .isInstanceOf(ApplySettings.RefusedRule.class)
        .hasMessage(
            "Company acme of the settings: paying.link-days (dunlin.yaml, line 6): say a whole"
                + " number from 1 to 366.");
    assertThatThrownBy(() -> apply(SettingsFile.of("acme").say(Rule.AGREE_AT_ONCE, "perhaps")))
        .hasMessageContaining("paying.agree-at-once")
        .hasMessageContaining("say true or false.");
    assertThatThrownBy(() -> apply(SettingsFile.of("acme").say(Rule.LEAST_INSTALMENT, "1.234")))
        .hasMessageContaining("say an amount in EUR, such as 50.00.");
    assertThat(hub.stores.companies().find("acme")).isEmpty();
  }

  private void apply(SettingsFile file) {
    settings.apply(List.of(file.company()));
  }
}
