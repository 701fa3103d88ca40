package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Scene.day;
import static org.dunlin.core.dunning.Scene.money;

import java.util.List;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.InvoiceStatus;
import org.junit.jupiter.api.Test;

/** What a message asks for, and what it only tells of. */
class ExtractTest {
  private static final Plan PLAN =
      Plans.with(
          "tolerance: {EUR: \"5.00\"}",
          Plans.mail("notice", "-3d"),
          Plans.mail("first", "+5d"),
          Plans.mail("last", "+20d"));

  private final Scene scene = Scene.with(PLAN);

  @Test
  void aReminderAsksForAllThatIsOverdueAndTellsOfWhatIsNotDue() {
    scene
        .open("due", "c-1", "2026-11-10", "EUR 100.00")
        .open("younger", "c-1", "2026-11-14", "EUR 20.00")
        .open("today", "c-1", "2026-11-16", "EUR 30.00")
        .open("later", "c-1", "2026-12-20", "EUR 40.00");

    Extract extract = extract("2026-11-16");

    assertThat(ids(extract.asked())).containsExactlyInAnyOrder("due", "younger");
    assertThat(ids(extract.later())).containsExactlyInAnyOrder("today", "later");
  }

  @Test
  void theLastStepAsksOnlyForWhatCameThatFar() {
    scene
        .open("old", "c-1", "2026-10-20", "EUR 100.00")
        .open("younger", "c-1", "2026-11-14", "EUR 20.00");
    for (int day = 17; day <= 30; day++) {
      scene.run(day("2026-10-" + day), ActionState.SENT);
    }

    Extract extract = extract("2026-11-15");

    assertThat(ids(extract.asked())).containsExactly("old");
    assertThat(ids(extract.later())).containsExactly("younger");
  }

  @Test
  void aNoticeAsksForItsOwnAndIsSilentAboutWhatIsOverdue() {
    scene.open("overdue", "c-1", "2026-11-15", "EUR 20.00");
    scene.run(day("2026-11-12"), ActionState.SENT);
    scene
        .open("soon", "c-1", "2026-11-19", "EUR 100.00")
        .open("later", "c-1", "2026-12-20", "EUR 40.00");

    Extract extract = extract("2026-11-16");

    assertThat(ids(extract.asked())).containsExactly("soon");
    assertThat(ids(extract.later())).containsExactly("later");
  }

  @Test
  void whatIsNotWorthAMessageIsNotMentioned() {
    scene
        .open("due", "c-1", "2026-11-10", "EUR 100.00")
        .open("cents", "c-1", "2026-11-11", "EUR 4.99");

    Extract extract = extract("2026-11-16");

    assertThat(ids(extract.asked())).containsExactly("due");
    assertThat(extract.later()).isEmpty();
  }

  @Test
  void anInstalmentStandsWithItsOwnTotal() {
    List<Instalment> instalments =
        List.of(
            new Instalment(day("2026-11-10"), money("EUR 100.00")),
            new Instalment(day("2026-12-10"), money("EUR 300.00")));
    scene.invoices.add(
        new OpenInvoice(
            Scene.invoice(
                "i",
                "c-1",
                day("2026-10-10"),
                null,
                money("EUR 400.00"),
                InvoiceStatus.OPEN,
                instalments),
            money("EUR 360.00")));

    Extract extract = extract("2026-11-16");

    assertThat(extract.asked())
        .extracting(OpenInstalment::total, OpenInstalment::open)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(money("EUR 100.00"), money("EUR 60.00")));
    assertThat(extract.later())
        .extracting(OpenInstalment::total)
        .containsExactly(money("EUR 300.00"));
  }

  @Test
  void underAPlanWithAMessageAnInvoiceNothingStandsBesideIt() {
    Plan apart = Plans.with("per: invoice", Plans.mail("first", "+5d"), Plans.mail("last", "+20d"));
    Scene own = Scene.with(apart);
    own.open("a", "c-1", "2026-11-10", "EUR 100.00").open("b", "c-1", "2026-11-14", "EUR 20.00");

    Action action = own.on("2026-11-16").getFirst();
    Extract extract =
        Extract.of(action, apart, own.invoices, own.customers.getFirst(), own.company);

    assertThat(ids(extract.asked())).containsExactly("a");
    assertThat(extract.later()).isEmpty();
  }

  private Extract extract(String day) {
    Action action = scene.on(day).getFirst();
    assertThat(action.state()).isEqualTo(ActionState.DUE);
    return Extract.of(action, PLAN, scene.invoices, scene.customers.getFirst(), scene.company);
  }

  private static List<String> ids(List<OpenInstalment> open) {
    return open.stream().map(each -> each.invoice().id()).toList();
  }
}
