package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.store.dialogue.HandOver;
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.WorkList;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.dunlin.work.handover.HandOvers;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/**
 * What statements tell of a case: it is paid, the bank takes the money back, it is opened again.
 */
class BouncedCaseTest extends HandedOver {
  private static final LocalDate PAID = TestHub.TODAY;
  private static final LocalDate BACK = TestHub.TODAY.plusDays(1);
  private static final String ID = "E2E-CASE-1100";

  private final HandOvers handOvers = new HandOvers(hub.stores);

  @Test
  void aCaseThatWasPaidAndWhoseMoneyTheBankTookBackIsOpenedAgain() {
    connect("person");
    decided();
    release();
    assertThat(handOver().isOut()).isTrue();

    statement(
        "paid",
        PAID,
        new Entry("R1", PAID, new BigDecimal("100.00"), "Customer c0", "INV-2026-1100", ID, null));
    assertThat(open()).isEqualByComparingTo("0");
    assertThat(handOver().ended()).isEqualTo(HandOver.End.PAID);
    assertThat(tasks()).containsExactly(TaskKind.RECALLED);
    hub.stores
        .talk()
        .marks()
        .done("acme", TaskKind.RECALLED.name(), handOver().id().toString(), "anna");

    statement(
        "back",
        BACK,
        new Entry("R2", BACK, new BigDecimal("-100.00"), "Customer c0", "return", null, ID));
    assertThat(
            hub.jdbc()
                .sql("select kind from payment where direction = 'OUT'")
                .query(String.class)
                .list())
        .containsExactly(PaymentKind.RETURN.name());
    assertThat(open()).isEqualByComparingTo("100");
    assertThat(handOver().ended()).as("it ended when it was paid").isEqualTo(HandOver.End.PAID);
    assertThat(tasks()).containsExactly(TaskKind.REOPEN);

    assertThat(handOvers.reopen("acme", handOver().id(), "anna")).isTrue();
    assertThat(handOvers.reopen("acme", handOver().id(), "ben")).as("once").isFalse();
    TestHub.drain(deliver::next);
    assertThat(handOver().isOut()).isTrue();
    assertThat(tasks()).isEmpty();
    assertThat(put.keySet()).contains("case-" + handOver().id() + "-reopen.json");
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
  }

  private void statement(String name, LocalDate day, Entry entry) {
    hub.offer(name + ".xml", BankFile.day(TestHub.IBAN, day, entry).bytes());
    hub.decide();
    TestHub.drain(deliver::next);
  }

  private BigDecimal open() {
    return hub.stores.invoices().find("acme", invoice()).orElseThrow().open().getAmount();
  }

  private List<TaskKind> tasks() {
    return hub
        .stores
        .views()
        .workList()
        .page("acme", CurrencyUnit.EUR, WorkList.Choice.ALL, TestHub.TODAY, null, 50)
        .items()
        .stream()
        .map(WorkList.Line::kind)
        .toList();
  }
}
