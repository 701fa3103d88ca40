package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class StandardPlanTest {
  @Test
  void threeMailsGoOutEachCountedFromTheOneBeforeUntilThereIsNoStepLeft() {
    Scene scene = Scene.standard().open("i-1", "c-1", "2026-12-01", "EUR 1210.00");

    // 6 December is a Sunday.
    assertThat(scene.send("2026-12-04")).isEmpty();
    assertThat(scene.send("2026-12-06")).isEmpty();
    assertThat(scene.send("2026-12-07")).extracting(Action::step).containsExactly("reminder-1");
    assertThat(scene.send("2026-12-16")).isEmpty();
    assertThat(scene.send("2026-12-17")).extracting(Action::step).containsExactly("reminder-2");
    assertThat(scene.send("2026-12-30")).isEmpty();
    assertThat(scene.send("2026-12-31")).extracting(Action::step).containsExactly("final");
    assertThat(scene.send("2027-06-01")).isEmpty();
  }

  @Test
  void anActionSaysWhoWhatAndHowMuch() {
    Scene scene = Scene.standard().open("i-1", "c-1", "2026-12-01", "EUR 1210.00");

    Action action = scene.on("2026-12-07").getFirst();

    assertThat(action.customerId()).isEqualTo("c-1");
    assertThat(action.plan()).isEqualTo("standard");
    assertThat(action.channel()).isEqualTo(Channel.EMAIL);
    assertThat(action.on()).isEqualTo("2026-12-07");
    assertThat(action.state()).isEqualTo(ActionState.DUE);
    assertThat(action.holds()).isEmpty();
    assertThat(action.items())
        .containsExactly(
            new ActionItem(
                "i-1", Scene.day("2026-12-01"), "reminder-1", Scene.money("EUR 1210.00")));
  }

  @Test
  void theCompanysToleranceCountsInACurrencyForWhichThePlanHasNone() {
    Scene scene =
        Scene.standard()
            .open("small", "c-1", "2026-12-01", "USD 7.99")
            .open("enough", "c-1", "2026-12-01", "USD 8.00");
    scene.company =
        Scene.company(
            "acme",
            null,
            Map.of(
                CurrencyUnit.USD,
                Scene.money("USD 8.00"),
                CurrencyUnit.EUR,
                Scene.money("EUR 100.00")));
    scene.open("euros", "c-1", "2026-12-01", "EUR 5.00");

    assertThat(scene.on("2026-12-07").getFirst().items())
        .extracting(ActionItem::invoiceId)
        .containsExactly("enough", "euros");
  }

  @Test
  void aCreditNoteIsNeverDunned() {
    Scene scene = Scene.standard();
    scene.invoices.add(
        new OpenInvoice(
            Scene.creditNote("cn-1", "c-1", "2026-12-01", "EUR 100"), Scene.money("EUR 100")));

    assertThat(scene.on("2026-12-07")).isEmpty();
  }

  @Test
  void lessThanFiveEurosAreNotDunned() {
    Scene scene =
        Scene.standard()
            .open("small", "c-1", "2026-12-01", "EUR 4.99")
            .open("enough", "c-1", "2026-12-01", "EUR 5.00");

    assertThat(scene.on("2026-12-07").getFirst().items())
        .extracting(ActionItem::invoiceId)
        .containsExactly("enough");
  }
}
