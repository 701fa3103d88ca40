package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.TestHub.TODAY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dun.ChangePlans.Chosen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a company's customers are cut into portions, the same is ahead of them. */
class ForesightTest {
  private static final int CUSTOMERS = 40;
  private static final int PORTION = 3;

  private static final String PLAN =
      """
      plans:
        - id: tried
          contact: {minDaysBetween: 4}
          onboarding: {enterAt: first, perDay: 3}
          steps:
            - {id: mail, due: "+1d", channel: EMAIL, template: reminder-1}
            - {id: soon, due: "previous +5d", channel: EMAIL, template: reminder-2, approve: true}
            - {id: last, due: "previous +10d", channel: EMAIL, template: final}
      """;

  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @AfterEach
  void close() {
    hub.close();
  }

  /** In two days only some of the old invoices enter, in thirty all may. */
  @ParameterizedTest
  @CsvSource({"1, 2", "2, 2", "3, 9", "4, 30"})
  void inPortionsItIsTheSame(long seed, int days) {
    ledger(new Random(seed));
    ChangePlans plans = new ChangePlans(hub.stores);
    plans.save("acme", null, null, PLAN, true, "anna");
    plans.choose("acme", List.of(new Chosen("tried", false)), "anna");

    PreviewPlans.Ahead whole = preview(CUSTOMERS + 1).ahead("acme", days);
    PreviewPlans.Ahead portions = preview(PORTION).ahead("acme", days);

    assertThat(lines(portions)).containsExactlyElementsOf(lines(whole));
    assertThat(portions.total()).isEqualTo(whole.total()).isPositive();
    assertThat(portions.numbers()).isEqualTo(whole.numbers());
    List<Chosen> standard = List.of(new Chosen("standard", false));
    assertThat(preview(PORTION).effect("acme", standard, days))
        .isEqualTo(preview(CUSTOMERS + 1).effect("acme", standard, days));
  }

  private PreviewPlans preview(int customers) {
    return new PreviewPlans(hub.stores, new Semaphore(1), Duration.ofMinutes(1), customers);
  }

  private void ledger(Random random) {
    for (int i = 0; i < CUSTOMERS; i++) {
      InvoiceFile invoice =
          InvoiceFile.of(
              "INV-2026-1" + (100 + i),
              "c" + i,
              TODAY.plusDays(random.nextInt(60) - 45L),
              (100 + i) + ".00");
      hub.offer("invoice.xml", (i % 9 == 4 ? invoice.to(null) : invoice).bytes());
    }
    Reminded.covered(hub, TODAY.minusDays(1));
    hub.settle();
  }

  private static List<String> lines(PreviewPlans.Ahead ahead) {
    List<String> lines = new ArrayList<>();
    for (Action action : ahead.actions()) {
      lines.add(
          action.on()
              + " "
              + Objects.requireNonNull(ahead.customers().get(action.customerId())).name()
              + " "
              + action.step()
              + " "
              + action.state()
              + " "
              + action.items().stream().map(item -> item.invoiceId()).sorted().toList()
              + " "
              + action.holds().stream().map(hold -> hold.reason().name()).sorted().toList());
    }
    return lines;
  }
}
