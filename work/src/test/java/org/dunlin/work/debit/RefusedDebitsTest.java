package org.dunlin.work.debit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.DebitSettings.Kind;
import org.dunlin.store.debit.DebitState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What banks refuse, and what they say nothing of. */
class RefusedDebitsTest {
  private static final LocalDate DRAWN = LocalDate.of(2026, 12, 3);

  private final Debited world = new Debited(DunningMode.LIVE);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aDebitWithoutMoneyIsTriedAgainBehindThePaydayAndAtMostSoOften() {
    world.two();
    world.until(DRAWN);
    UUID id = world.approve();
    world.rejected(id, 1, world.debit("INV-1").endToEndId(), "AM04");

    List<Debit> debits = world.debits("INV-1");
    assertThat(debits)
        .extracting(Debit::state)
        .containsExactly(DebitState.ANNOUNCED, DebitState.FAILED);
    assertThat(debits.getFirst().attempt()).isEqualTo(2);
    // told on 3 December, so behind the payday of Christmas Day
    assertThat(debits.getFirst().collectOn()).isEqualTo(LocalDate.of(2026, 12, 29));
    assertThat(world.subjects()).last().asString().contains("29 December 2026");

    world.until(LocalDate.of(2026, 12, 24));
    world.rejected(world.approve(), 1, world.debits("INV-1").getFirst().endToEndId(), "AM04");
    assertThat(world.states("INV-1")).containsExactly(DebitState.FAILED, DebitState.FAILED);
    assertThat(world.holds("INV-1")).isEmpty();
  }

  @Test
  void whoIsNotCollectedFromAnyMoreIsNotTriedAgain() {
    world.two();
    world.until(DRAWN);
    UUID id = world.approve();
    world.collections.choose("acme", Kind.CUSTOMER, world.customer("c1").toString(), false, "anna");
    world.rejected(id, 1, world.debit("INV-1").endToEndId(), "AM04");
    assertThat(world.states("INV-1")).containsExactly(DebitState.FAILED);
  }

  @Test
  void aSumInWhichTheRefusedIsThereToo() {
    world.two();
    world.until(DRAWN);
    UUID id = world.approve();
    world.rejected(id, 1, world.debit("INV-1").endToEndId(), "MS02");
    world.until(Debited.DUE);
    world.statement(world.batch(id, 1, "160.50", true), "160.50");

    assertThat(world.states("INV-2")).containsExactly(DebitState.SETTLED);
    assertThat(world.debits("INV-1").getLast().state()).isEqualTo(DebitState.FAILED);
    assertThat(world.debits("INV-1").getLast().paymentId()).isNotNull();
  }

  @Test
  void aBatchThatTheBankRefusesFailsAsAWhole() {
    world.two();
    world.until(DRAWN);
    UUID id = world.approve();
    world.rejected(id, 1, null, "MD01");
    assertThat(world.states("INV-1")).containsExactly(DebitState.FAILED);
    assertThat(world.states("INV-2")).containsExactly(DebitState.FAILED);
    assertThat(world.hub.stores.debits().mandates().inForce("acme")).isEmpty();
  }

  @Test
  void anAnswerToAFileOfNobodyIsAProblem() {
    world.two();
    world.rejected(UUID.randomUUID(), 1, null, "MD01");
    assertThat(world.hub.deliveries().getLast().reasonCode()).isEqualTo("UNKNOWN_COLLECTION");
  }

  @Test
  void whatTheBankSaysNothingOfIsATaskAndMayBeGivenUp() {
    world.two();
    world.until(DRAWN);
    world.approve();
    world.until(Debited.DUE.plusDays(10));
    assertThatThrownBy(() -> world.collections.withdraw("acme", world.debit("INV-1").id(), "anna"))
        .isInstanceOf(NotTaken.class);
    world.until(Debited.DUE.plusDays(11));
    assertThat(
            world
                .hub
                .jdbc()
                .sql("select count(*) from debit where asks = 'LOOK'")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    world.collections.withdraw("acme", world.debit("INV-1").id(), "anna");
    assertThat(world.holds("INV-1")).isEmpty();
    world.day();
    assertThat(world.states("INV-1")).containsExactly(DebitState.WITHDRAWN);
  }

  @Test
  void aFileThatNeverLeavesGivesItsDebitsBack() {
    world.two();
    world.until(DRAWN);
    world.cover();
    world.collections.approve("acme", world.waiting().id(), "anna");
    world.hub.stores.companies().setMode("acme", DunningMode.TEST);
    world.day();
    world.hub.stores.companies().setMode("acme", DunningMode.LIVE);
    world.until(DRAWN.plusDays(1));
    assertThat(world.put).isEmpty();
    assertThat(world.debits("INV-1")).extracting(Debit::reason).contains("NOT_SENT");
  }
}
