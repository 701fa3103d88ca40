package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Plans.mail;
import static org.dunlin.core.dunning.Scene.day;
import static org.dunlin.core.dunning.Scene.money;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.ArrangementState;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.DisputeState;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.PromiseState;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What was promised, contested and agreed. */
class AgreementTest {
  private final Scene scene =
      Scene.with(
              Plans.with(
                  "tolerance: {EUR: \"5.00\"}",
                  mail("first", "+5d"),
                  mail("second", "previous +7d")))
          .open("i-1", "c-1", "2026-12-01", "EUR 100")
          .open("i-2", "c-1", "2026-12-01", "EUR 200");

  @Test
  void aPromiseHoldsItsInvoicesUpToItsDayAndWhatWasNotPaidThenGoesOn() {
    scene.promises.add(promise(PromiseState.OPEN, List.of("i-1")));

    assertThat(lines(scene.on("2026-12-06"))).containsExactly("DUE i-2 200", "HELD i-1 100");
    assertThat(scene.on("2026-12-15").getLast().holds())
        .containsExactly(new Hold("c-1", "i-1", HoldReason.PROMISE, day("2026-12-15")));
    assertThat(lines(scene.on("2026-12-16"))).containsExactly("DUE i-1 100, i-2 200");
  }

  @Test
  void aPromiseThatNamesNoInvoiceHoldsAllOfTheCustomer() {
    scene.promises.add(promise(PromiseState.OPEN, List.of()));

    assertThat(lines(scene.on("2026-12-06"))).containsExactly("HELD i-1 100, i-2 200");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OPEN")
  void aPromiseThatWasKeptOrBrokenHoldsNothing(PromiseState state) {
    scene.promises.add(promise(state, List.of("i-1")));

    assertThat(lines(scene.on("2026-12-06"))).containsExactly("DUE i-1 100, i-2 200");
  }

  @ParameterizedTest
  @EnumSource
  void anArrangementHoldsWhileItIsAgreed(ArrangementState state) {
    scene.arrangements.add(
        new Arrangement(
            "ar-1",
            "c-1",
            List.of("i-2"),
            List.of(new Instalment(day("2026-12-15"), money("EUR 100"))),
            CurrencyUnit.EUR,
            state));

    List<Action> actions = scene.on("2026-12-06");
    if (state == ArrangementState.AGREED) {
      assertThat(lines(actions)).containsExactly("DUE i-1 100", "HELD i-2 200");
      assertThat(actions.getLast().holds())
          .containsExactly(new Hold("c-1", "i-2", HoldReason.ARRANGEMENT, null));
    } else {
      assertThat(lines(actions)).containsExactly("DUE i-1 100, i-2 200");
    }
  }

  @Test
  void theContestedAmountIsHeldAndTheRestOfTheInvoiceGoesOn() {
    scene.disputes.add(dispute("EUR 40", DisputeState.OPEN));

    assertThat(lines(scene.on("2026-12-06"))).containsExactly("DUE i-1 60, i-2 200");
  }

  @Test
  void anInvoiceOfWhichTheRestIsNotWorthAMessageIsHeldAsAWhole() {
    scene.disputes.add(dispute("EUR 95.01", DisputeState.OPEN));

    List<Action> actions = scene.on("2026-12-06");
    assertThat(lines(actions)).containsExactly("DUE i-2 200", "HELD i-1 100");
    assertThat(actions.getLast().holds())
        .containsExactly(new Hold("c-1", "i-1", HoldReason.DISPUTE, day("2026-12-20")));

    scene.disputes.set(0, dispute("EUR 95.00", DisputeState.OPEN));
    assertThat(lines(scene.on("2026-12-06"))).containsExactly("DUE i-1 5, i-2 200");
  }

  @Test
  void aDisputeWithoutAnAmountHoldsTheWholeInvoiceAndPassesItsDeadlineUndecided() {
    scene.disputes.add(dispute(null, DisputeState.OPEN));

    assertThat(lines(scene.on("2026-12-06"))).containsExactly("DUE i-2 200", "HELD i-1 100");
    assertThat(scene.on("2026-12-21").getLast().holds())
        .containsExactly(new Hold("c-1", "i-1", HoldReason.DISPUTE, null));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OPEN")
  void aDisputeThatWasDecidedHoldsNothing(DisputeState state) {
    scene.disputes.add(dispute(null, state));

    assertThat(lines(scene.on("2026-12-06"))).containsExactly("DUE i-1 100, i-2 200");
  }

  @Test
  void whatIsContestedIsTakenOffTheEarliestInstalmentAsWhatIsPaidIs() {
    LocalDate due = day("2026-12-01");
    List<Instalment> parts =
        List.of(
            new Instalment(due, money("EUR 50")),
            new Instalment(day("2026-12-02"), money("EUR 50")));
    scene.invoices.clear();
    scene.invoices.add(
        new OpenInvoice(
            Scene.invoice(
                "i-1", "c-1", due.minusDays(30), due, money("EUR 100"), InvoiceStatus.OPEN, parts),
            money("EUR 100")));
    scene.disputes.add(dispute("EUR 60", DisputeState.OPEN));

    assertThat(lines(scene.on("2026-12-07"))).containsExactly("DUE i-1 40", "HELD i-1 50");
  }

  private static Promise promise(PromiseState state, List<String> invoices) {
    return new Promise("pr-1", "c-1", invoices, money("EUR 100"), day("2026-12-15"), state);
  }

  private static Dispute dispute(@Nullable String amount, DisputeState state) {
    return new Dispute(
        "d-1",
        "i-1",
        amount == null ? null : money(amount),
        "PRICE",
        "anna",
        day("2026-12-20"),
        state);
  }

  private static List<String> lines(List<Action> actions) {
    return actions.stream().map(AgreementTest::line).toList();
  }

  private static String line(Action action) {
    String state = action.state() == ActionState.HELD ? "HELD " : "DUE ";
    return state
        + String.join(
            ", ",
            action.items().stream()
                .map(
                    item ->
                        item.invoiceId()
                            + " "
                            + item.amount().getAmount().stripTrailingZeros().toPlainString())
                .toList());
  }
}
