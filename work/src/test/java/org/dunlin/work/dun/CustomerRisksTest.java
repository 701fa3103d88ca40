package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.core.dunning.Risk;
import org.dunlin.core.dunning.RiskLevel;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dun.ChangePlans.Chosen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How risky the hub takes customers for. */
class CustomerRisksTest {
  private static final LocalDate PAID_ON = TestHub.TODAY.minusDays(1);
  private static final String PLANS =
      """
      plans:
        - id: strict
          for: {risk: [HIGH]}
          steps: [{id: first, due: "+1d", channel: EMAIL, template: reminder-1}]
      """;

  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theHubAndTheLedgerFileOfItsBooksSayTheSame() {
    books();

    Map<String, RiskLevel> levels = new CustomerRisks(hub.stores, "acme").levels();

    assertThat(levels)
        .isEqualTo(new WrittenLedger(hub.stores, "acme", TestHub.TODAY).risksOn(TestHub.TODAY));
    assertThat(named(levels))
        .containsExactly(
            Map.entry("Customer high", RiskLevel.HIGH),
            Map.entry("Customer late", RiskLevel.HIGH),
            Map.entry("Customer low", RiskLevel.LOW),
            Map.entry("Customer medium", RiskLevel.MEDIUM));
  }

  @Test
  void onePersonsCustomerIsReckonedAsAllAre() {
    books();
    Map<String, RiskLevel> levels = new CustomerRisks(hub.stores, "acme").levels();

    assertThat(levels)
        .allSatisfy(
            (id, level) ->
                assertThat(
                        CustomerRisks.ofCustomer(
                                hub.stores, "acme", UUID.fromString(id), TestHub.TODAY)
                            .level())
                    .isEqualTo(level));
    assertThat(CustomerRisks.ofCustomer(hub.stores, "acme", id("few"), TestHub.TODAY).reasons())
        .containsExactly(new Risk.Reason(Risk.About.PAID, RiskLevel.UNKNOWN, 2));
    assertThat(CustomerRisks.ofCustomer(hub.stores, "acme", id("late"), TestHub.TODAY).reasons())
        .containsExactly(
            new Risk.Reason(Risk.About.DAYS_LATE, RiskLevel.MEDIUM, 12),
            new Risk.Reason(Risk.About.OVERDUE, RiskLevel.MEDIUM, 100),
            new Risk.Reason(Risk.About.BROKEN_PROMISES, RiskLevel.LOW, 0));
  }

  @Test
  void whoIsOneWithAnotherIsReckonedAndDunnedAsThatOne() {
    books();
    hub.sql(
        "insert into customer_link (company_id, customer_id, leader_id, reason) values ('acme', '%s', '%s', 'VAT_NUMBER')"
            .formatted(id("few"), id("high")));

    assertThat(new CustomerRisks(hub.stores, "acme").levels())
        .containsEntry(id("few").toString(), RiskLevel.HIGH)
        .containsEntry(id("high").toString(), RiskLevel.HIGH);
  }

  @Test
  void aLevelStaysAllDayAndIsAnotherOnTheNext() {
    books();
    ChangePlans plans = new ChangePlans(hub.stores);
    plans.save("acme", null, null, PLANS, true, "anna");
    plans.choose("acme", List.of(new Chosen("strict", false)), "anna");
    hub.dun.next();
    hub.sql(
        "update invoice set due_date = due_date - 60, record = jsonb_set(record, '{dueDate}',"
            + " to_jsonb(cast(due_date - 60 as text))) where status = 'PAID' or outstanding <= claimed");

    assertThat(named(new CustomerRisks(hub.stores, "acme").levels()))
        .containsEntry("Customer low", RiskLevel.LOW);

    hub.day.begin("acme", TestHub.TODAY.plusDays(1));
    hub.dun.next();
    assertThat(named(new CustomerRisks(hub.stores, "acme").levels()))
        .containsEntry("Customer low", RiskLevel.HIGH);
    assertThat(
            hub.jdbc()
                .sql("select count(*) from customer_risk where level = 'HIGH'")
                .query(Integer.class)
                .single())
        .isEqualTo(4);
  }

  private void books() {
    List<Entry> paid = new ArrayList<>();
    paid(paid, "low", 3, 0);
    paid(paid, "medium", 3, 12);
    paid(paid, "late", 3, 12);
    paid(paid, "high", 4, 31);
    paid(paid, "few", 2, 90);
    hub.offer(
        "open.xml",
        InvoiceFile.of("INV-2026-900", "late", TestHub.TODAY.minusDays(3), "300.00").bytes());
    hub.offer(
        "statement.xml", BankFile.day(TestHub.IBAN, PAID_ON, paid.toArray(Entry[]::new)).bytes());
    hub.settle();
  }

  private void paid(List<Entry> paid, String customer, int count, int daysLate) {
    for (int i = 0; i < count; i++) {
      String number = "INV-2026-" + (100 + paid.size());
      String amount = (200 + paid.size()) + ".00";
      hub.offer(
          number + ".xml",
          InvoiceFile.of(number, customer, PAID_ON.minusDays(daysLate), amount).bytes());
      paid.add(Entry.in("E" + paid.size(), PAID_ON, amount, "Customer " + customer, number));
    }
  }

  private UUID id(String customer) {
    return hub.jdbc()
        .sql("select customer_id from customer where record ->> 'name' = ?")
        .param("Customer " + customer)
        .query(UUID.class)
        .single();
  }

  private Map<String, RiskLevel> named(Map<String, RiskLevel> levels) {
    Map<String, RiskLevel> named = new TreeMap<>();
    levels.forEach(
        (id, level) ->
            named.put(
                hub.jdbc()
                    .sql(
                        "select record ->> 'name' from customer where customer_id = cast(? as uuid)")
                    .param(id)
                    .query(String.class)
                    .single(),
                level));
    return named;
  }
}
