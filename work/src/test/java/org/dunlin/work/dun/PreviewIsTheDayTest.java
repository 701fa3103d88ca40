package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.TestHub.TODAY;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.store.StoredRecord;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dun.ChangePlans.Chosen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a plan would do, as it is shown before it is saved, is what it does on the same facts: what
 * goes out, what waits for a person, what is held and why, customer by customer.
 */
class PreviewIsTheDayTest {
  private static final int CUSTOMERS = 40;

  private static final String PLAN =
      """
      plans:
        - id: tried
          contact: {minDaysBetween: 2}
          steps:
            - {id: mail, due: "+1d", channel: EMAIL, template: reminder-1, until: "+6d"}
            - {id: text, due: "+8d", channel: TEXT, template: reminder-1, until: "+12d"}
            - {id: paper, due: "+14d", channel: LETTER, template: reminder-1, until: "+18d"}
            - {id: asked, due: "+20d", channel: EMAIL, template: final, approve: true, until: "+25d"}
            - {id: ring, due: "+27d", channel: CALL, until: "+30d"}
            - {id: agency, due: "+32d", channel: HANDOVER}
      """;

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ChangePlans plans = new ChangePlans(hub.stores);

  @AfterEach
  void close() {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatAPlanIsSaidToDoBeforeItIsSavedIsWhatItDoes(long seed) {
    ledger(new Random(seed));
    plans.save("acme", null, null, PLAN, true, "anna");
    List<Chosen> chosen = List.of(new Chosen("tried", false));
    PreviewPlans preview = new PreviewPlans(hub.stores);
    PlanEffect effect = preview.effect("acme", chosen, 1);
    plans.choose("acme", chosen, "anna");
    List<String> foreseen = preview.ahead("acme", 1).actions().stream().map(this::line).toList();
    // A day of far more than usual asks as a whole, which is no matter of the plan.
    DunCompany dun =
        new DunCompany(hub.stores, Checkpoint.NONE, 1_000, Duration.ZERO, TestHub.ATTACHED_BYTES);
    TestHub.drain(dun::next);

    assertThat(decided()).containsExactlyInAnyOrderElementsOf(foreseen);
    PlanEffect.Figures then = effect.then();
    assertThat(then.out()).as("goes out").isEqualTo(count("DUE"));
    assertThat(then.awaiting()).as("waits").isEqualTo(count("AWAITING_APPROVAL"));
    assertThat(then.held()).as("held").isEqualTo(count("HELD"));
    assertThat(then.why()).isEqualTo(why());
    // without which the test would say nothing
    assertThat(then.out()).isPositive();
    assertThat(then.awaiting()).isPositive();
    assertThat(then.why()).containsKeys(HoldReason.NO_ADDRESS, HoldReason.MANUAL);
    assertThat(decided())
        .anyMatch(each -> each.contains("agency AWAITING_APPROVAL"))
        .anyMatch(each -> each.contains("paper HELD [NO_ADDRESS]"))
        .anyMatch(each -> each.contains("text HELD [NO_ADDRESS]"))
        .anyMatch(each -> each.contains("mail HELD [NO_ADDRESS]"))
        .anyMatch(each -> each.contains("paper DUE"))
        .anyMatch(each -> each.contains("text DUE"));
  }

  /** Customers with and without ways to reach them, who owe since different days. */
  private void ledger(Random random) {
    int[] since = {2, 9, 15, 21, 28, 33};
    for (int i = 0; i < CUSTOMERS; i++) {
      int days = since[i % since.length];
      InvoiceFile invoice =
          InvoiceFile.of(
              "INV-2026-1" + (100 + i), "c" + i, TODAY.minusDays(days), (100 + i) + ".00");
      hub.offer(
          "invoice.xml",
          (random.nextInt(3) == 0 && days == 2 || i == 0 ? invoice.to(null) : invoice).bytes());
    }
    Reminded.covered(hub, TODAY.minusDays(1));
    hub.settle();
    for (int i = 0; i < CUSTOMERS; i++) {
      boolean reachable = i % 4 == 3 || i % 4 != 1 && random.nextBoolean();
      if (reachable) {
        says(
            i,
            "{\"phone\": \"+3161234567%d\", \"address\": {\"street\": \"Dorpsstraat %d\","
                    .formatted(i % 10, i)
                + " \"postalCode\": \"1234 AB\", \"city\": \"Utrecht\", \"country\": \"NL\"}}");
      }
      if (i % 11 == 5) {
        says(i, "{\"plan\": \"gold\"}");
      }
    }
  }

  private void says(int customer, String says) {
    assertThat(
            hub.jdbc()
                .sql("update customer set record = record || cast(? as jsonb) where name = ?")
                .param(says)
                .param("Customer c" + customer)
                .update())
        .isEqualTo(1);
  }

  private String line(Action action) {
    return action.customerId()
        + " "
        + action.step()
        + " "
        + (action.state() == ActionState.HELD ? held(action) : action.state().name());
  }

  private static String held(Action action) {
    return "HELD "
        + action.holds().stream().map(hold -> hold.reason().name()).sorted().distinct().toList();
  }

  private List<String> decided() {
    return actions().stream().map(this::line).toList();
  }

  private List<Action> actions() {
    return hub
        .jdbc()
        .sql("select record from action where company_id = 'acme'")
        .query(String.class)
        .list()
        .stream()
        .map(record -> StoredRecord.of(record, Action.class))
        .toList();
  }

  private int count(String state) {
    return hub.jdbc()
        .sql("select count(*) from action where company_id = 'acme' and state = ?")
        .param(state)
        .query(Integer.class)
        .single();
  }

  private Map<HoldReason, Integer> why() {
    Map<String, Long> counted = new LinkedHashMap<>();
    actions().stream()
        .filter(action -> action.state() == ActionState.HELD)
        .flatMap(action -> action.holds().stream().map(hold -> hold.reason().name()).distinct())
        .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()))
        .forEach(counted::put);
    Map<HoldReason, Integer> why = new TreeMap<>();
    counted.forEach((reason, number) -> why.put(HoldReason.valueOf(reason), number.intValue()));
    return why;
  }
}
